import type { AttributeRow } from '../rows.ts';

/** Parameters that many commands take and that are no attribute of an object. */
export const commonParameters: Readonly<Record<string, AttributeRow>> = {
  CMDSCOPE: { kind: 'commandParameter', type: 'string', description: 'Queue manager(s) of the queue sharing group on which the command runs.', values: { '\' \'': 'the queue manager where it was entered', '*': 'all active queue managers of the group' }, maxLength: 48, platforms: ['zos'], evidence: { name: 'docs' }, openValue: 'qmgr-name' },
  QSGDISP: { kind: 'commandParameter', type: 'enum', description: 'Disposition of the object the command works on; which ones it takes depends on the verb.', values: { QMGR: 'queue manager', COPY: 'local copy', GROUP: 'shared repository', SHARED: 'shared queue', PRIVATE: 'QMGR or COPY (not GROUP or SHARED)', LIVE: 'QMGR, COPY and SHARED', ALL: 'LIVE plus GROUP' }, platforms: ['zos'], evidence: { name: 'docs' } },
  LIKE: { kind: 'commandParameter', type: 'name', description: 'Object of the same type whose attributes model the new definition.', evidence: { name: 'docs' } },
  REPLACE: { kind: 'commandParameter', type: 'flag', description: 'Replaces an existing definition of the same name.', oppositeOf: 'NOREPLACE', evidence: { name: 'docs' } },
  NOREPLACE: { kind: 'commandParameter', type: 'flag', description: 'Fails if the definition exists (default).', oppositeOf: 'REPLACE', evidence: { name: 'docs' } },
  FORCE: { kind: 'commandParameter', type: 'flag', description: 'Completes the command even when handles are open that it would affect.', evidence: { name: 'docs' } },
  WHERE: { kind: 'commandParameter', type: 'filter', description: 'Filter condition: keyword operator value; operators LT GT EQ NE LE GE LK NL CT EX CTG EXG.', evidence: { name: 'docs' } },
  ALL: { kind: 'commandParameter', type: 'flag', description: 'All attributes are shown.', evidence: { name: 'docs' } },
  IGNSTATE: { kind: 'commandParameter', type: 'enum', description: 'Ignore the state of the object: no error when it is already in the wanted state.', values: { NO: 'error if already in that state', YES: 'no error' }, default: 'NO', platforms: ['multi'], since: '9.2', evidence: { name: 'repo' } },
  AUTHREC: { kind: 'commandParameter', type: 'enum', description: 'Whether authority records are deleted with the object.', values: { YES: 'deleted', NO: 'kept' }, default: 'YES', platforms: ['multi'], evidence: { name: 'repo' } },
  PURGE: { kind: 'commandParameter', type: 'flag', description: 'Deletes the queue even when it holds messages.', oppositeOf: 'NOPURGE', evidence: { name: 'repo' } },
  NOPURGE: { kind: 'commandParameter', type: 'flag', description: 'Fails when the queue holds messages (default).', oppositeOf: 'PURGE', evidence: { name: 'repo' } },
};
