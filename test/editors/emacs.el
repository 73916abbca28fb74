;;; Opens a file, lets eglot talk to the server, and writes down what came of it.  -*- lexical-binding: t -*-
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'json)

(define-derived-mode mqsc-mode prog-mode "MQSC" (setq-local comment-start "* "))
(add-to-list 'auto-mode-alist '("\\.mqsc\\'" . mqsc-mode))
(add-to-list 'eglot-server-programs (cons 'mqsc-mode (split-string (getenv "MQSC_SERVER") "\t")))
(setq eglot-sync-connect 30
      eglot-confirm-server-initiated-edits nil)

(defvar file (getenv "MQSC_FILE"))
(defvar other (expand-file-name "QM2.mqsc" (file-name-directory file)))

(defun codes ()
  "Messages of what is underlined; eglot puts the code in front of them."
  (mapcar (lambda (one) (substring-no-properties (flymake-diagnostic-text one))) (flymake-diagnostics)))

(defun differs () (seq-some (lambda (one) (string-match-p "clone-defbind-differs\\|DEFBIND" one)) (codes)))

(defun wait-for (what test)
  (with-timeout (30 (error "Waited in vain for %s" what))
    (while (not (funcall test)) (flymake-start) (accept-process-output nil 0.1))))

(defun send-changes ()
  "As eglot does when Emacs is idle, which it never is without a person."
  (eglot--signal-textDocument/didChange))

(defun whole (path) (with-current-buffer (find-file-noselect path) (substring-no-properties (buffer-string))))

(find-file file)
(cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
  (apply #'eglot (list '(mqsc-mode) (cons 'transient (file-name-directory file)) 'eglot-lsp-server
                       (split-string (getenv "MQSC_SERVER") "\t") "mqsc")))
(wait-for "findings" #'differs)
(let ((seen (list :findings (vconcat (codes)))))
  (goto-char (point-min))
  (search-forward "DEFBIND(")
  (let* ((answer (jsonrpc-request (eglot-current-server) :textDocument/completion (eglot--TextDocumentPositionParams)))
         (items (if (vectorp answer) answer (plist-get answer :items))))
    (setq seen (plist-put seen :completion (vconcat (mapcar (lambda (item) (plist-get item :label)) items)))))
  ;; One word of one line: eglot sends the change alone.
  (delete-char 4)
  (insert "NOTFIXED")
  (send-changes)
  (wait-for "the finding to go" (lambda () (not (differs))))
  (setq seen (plist-put seen :afterEdit (vconcat (codes))))
  (eglot-format-buffer)
  (send-changes)
  (setq seen (plist-put seen :formatted (whole file)))
  (goto-char (point-min))
  (search-forward "QLOCAL(")
  (cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
    (eglot-rename "INVOICES"))
  (setq seen (plist-put seen :renamed (list :here (whole file) :elsewhere (whole other))))
  (with-temp-file (getenv "MQSC_SEEN") (insert (json-serialize seen))))
(eglot-shutdown (eglot-current-server))
