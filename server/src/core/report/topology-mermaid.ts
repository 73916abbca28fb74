import { mermaidText } from '#core/text/mermaid.ts';
import { framesOf, type Topology, type TopologyNode } from './topology.ts';

/** The picture as a flowchart of Mermaid, which code hosts and wikis draw where it stands in Markdown. */
export function topologyMermaid(topology: Topology): string {
  const { nodes, edges } = topology;
  const { frames, outside } = framesOf(topology);
  const full = nodes.filter(({ kind }) => kind === 'full-repository').map(({ id }) => id);
  return `${[
    'flowchart LR',
    ...frames.flatMap(([cluster, own], index) => [
      `  subgraph c${index}["cluster ${mermaidText(cluster)}"]`,
      ...own.map((node) => `    ${box(node)}`),
      '  end',
    ]),
    ...outside.map((node) => `  ${box(node)}`),
    ...edges.map(({ from, to, kind, label }) =>
      kind === 'instance' ? `  ${from} -.- ${to}` : `  ${from} -->|"${mermaidText(label)}"| ${to}`,
    ),
    ...(full.length > 0 ? ['  classDef full stroke-width:3px', `  class ${full.join(',')} full`] : []),
  ].join('\n')}\n`;
}

/** A queue is drawn as a drum, as a store of messages. */
const box = ({ id, kind, lines }: TopologyNode): string => {
  const text = lines.map(mermaidText).join('<br/>');
  return kind === 'queue' ? `${id}[("${text}")]` : `${id}["${text}"]`;
};
