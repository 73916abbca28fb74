-- Opens a file, lets Neovim talk to the server, and writes down what came of it. Runs in Neovim 0.7 and later.
local file = vim.env.MQSC_FILE
local seen = {}

local function wait_for(what, is_so)
  assert(vim.wait(30000, is_so, 20), 'waited in vain for ' .. what)
end

local function codes()
  return vim.tbl_map(function(d) return tostring(d.code) end, vim.diagnostic.get(0))
end

local function text_of(path)
  return table.concat(vim.api.nvim_buf_get_lines(vim.fn.bufadd(path), 0, -1, false), '\n')
end

local ok, err = pcall(function()
  vim.o.hidden = true
  vim.cmd('autocmd BufRead,BufNewFile *.mqsc,*.mqs setfiletype mqsc')
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'mqsc',
    callback = function(args)
      local id = vim.lsp.start_client({
        name = 'mqsc',
        cmd = vim.split(vim.env.MQSC_SERVER, '\t'),
        root_dir = vim.fn.fnamemodify(args.file, ':p:h'),
      })
      vim.lsp.buf_attach_client(args.buf, id)
    end,
  })
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  wait_for('a client', function() return next(vim.lsp.buf_get_clients(0)) ~= nil end)
  wait_for('findings', function() return vim.tbl_contains(codes(), 'clone-defbind-differs') end)
  seen.findings = codes()

  vim.api.nvim_win_set_cursor(0, { 3, 45 })
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', vim.lsp.util.make_position_params(), 10000)
  local _, answer = next(answers)
  seen.completion = vim.tbl_map(function(item) return item.label end, answer.result.items)

  -- One word of one line: the client sends the change alone.
  vim.api.nvim_buf_set_text(0, 2, 45, 2, 49, { 'NOTFIXED' })
  wait_for('the finding to go', function() return not vim.tbl_contains(codes(), 'clone-defbind-differs') end)
  seen.afterEdit = codes()

  vim.lsp.buf.formatting_sync({ tabSize = 2, insertSpaces = true }, 10000)
  seen.formatted = text_of(file)

  vim.api.nvim_win_set_cursor(0, { vim.fn.search('QLOCAL', 'w'), 15 })
  vim.lsp.buf.rename('INVOICES')
  local other = vim.fn.fnamemodify(file, ':h') .. '/QM2.mqsc'
  wait_for('the new name', function()
    return text_of(file):find('INVOICES', 1, true) and text_of(other):find('INVOICES', 1, true)
  end)
  seen.renamed = { here = text_of(file), elsewhere = text_of(other) }
end)
if ok then
  vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.MQSC_SEEN)
else
  io.stderr:write(tostring(err) .. '\n')
end
vim.lsp.stop_client(vim.lsp.get_active_clients())
vim.cmd(ok and 'qall!' or 'cquit 1')
