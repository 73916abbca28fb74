import { framesOf, type Topology, type TopologyNode } from './topology.ts';

/** The picture in the DOT language of Graphviz. */
export function topologyDot(topology: Topology): string {
  const { edges } = topology;
  const { frames, outside } = framesOf(topology);
  return `${[
    'digraph estate {',
    '  rankdir=LR',
    '  node [shape=box, style=rounded]',
    ...frames.flatMap(([cluster, own], index) => [
      // Graphviz draws a subgraph in a frame when its name begins so.
      `  subgraph cluster_${index} {`,
      `    label=${quoted(`cluster ${cluster}`)}`,
      ...own.map((node) => `    ${box(node)}`),
      '  }',
    ]),
    ...outside.map((node) => `  ${box(node)}`),
    ...edges.map(({ from, to, kind, label }) =>
      kind === 'instance'
        ? `  ${from} -> ${to} [style=dotted, arrowhead=none]`
        : `  ${from} -> ${to} [label=${quoted(label)}]`,
    ),
    '}',
  ].join('\n')}\n`;
}

const box = ({ id, kind, lines }: TopologyNode): string => {
  const look = kind === 'queue' ? ', shape=cylinder, style=solid' : kind === 'full-repository' ? ', penwidth=3' : '';
  return `${id} [label="${lines.map(escaped).join('\\n')}"${look}]`;
};

const quoted = (text: string): string => `"${escaped(text)}"`;

const escaped = (text: string): string => text.replace(/["\\]/g, '\\$&');
