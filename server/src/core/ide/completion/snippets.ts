import type { CompletionItem } from '../answers.ts';

/** Whole definitions that a cluster is made of, with stops where names go. */
export const snippets: readonly CompletionItem[] = [
  snippet(
    'clustered queue',
    'A queue that the cluster spreads messages over',
    "DEFINE QLOCAL(${1:QUEUE.NAME}) +\n       CLUSTER(${2:CLUSTER}) +\n       DEFBIND(${3|NOTFIXED,OPEN,GROUP|}) +\n       DEFPSIST(${4|YES,NO|}) +\n       DESCR('${5}') +\n       REPLACE",
  ),
  snippet(
    'cluster receiver channel',
    'How the other members reach this queue manager',
    "DEFINE CHANNEL(${1:CLUSTER}.${2:QM1}) +\n       CHLTYPE(CLUSRCVR) +\n       TRPTYPE(TCP) +\n       CONNAME('${3:host}(${4:1414})') +\n       CLUSTER(${1:CLUSTER}) +\n       REPLACE",
  ),
  snippet(
    'cluster sender channel',
    'The one manual sender, to a full repository',
    "DEFINE CHANNEL(${1:CLUSTER}.${2:REPOSITORY}) +\n       CHLTYPE(CLUSSDR) +\n       TRPTYPE(TCP) +\n       CONNAME('${3:host}(${4:1414})') +\n       CLUSTER(${1:CLUSTER}) +\n       REPLACE",
  ),
  snippet(
    'alias over a cluster queue',
    'Its own DEFBIND rules, whatever the instances say',
    'DEFINE QALIAS(${1:ALIAS.NAME}) +\n       TARGET(${2:QUEUE.NAME}) +\n       DEFBIND(${3|NOTFIXED,OPEN,GROUP|}) +\n       REPLACE',
  ),
  snippet(
    'uniform cluster set',
    'What each member of an automatic uniform cluster runs at every start (crtmqm -ic)',
    "DEFINE CHANNEL('+AUTOCL+_+QMNAME+') +\n       CHLTYPE(CLUSRCVR) +\n       TRPTYPE(TCP) +\n       CONNAME(+CONNAME+) +\n       CLUSTER('+AUTOCL+') +\n       REPLACE\nDEFINE QLOCAL(${1:QUEUE.NAME}) +\n       CLUSTER('+AUTOCL+') +\n       DEFBIND(${2|NOTFIXED,GROUP,OPEN|}) +\n       DEFPSIST(${3|YES,NO|}) +\n       REPLACE",
  ),
];

function snippet(label: string, detail: string, insert: string): CompletionItem {
  return {
    label,
    kind: 'snippet',
    detail,
    documentation: `\`\`\`mqsc\n${insert.replace(/\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)?\}/g, '$1$2')}\n\`\`\``,
    insert,
    isSnippet: true,
    rank: '2',
  };
}
