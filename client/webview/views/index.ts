export { DecisionView } from './explain/decision.tsx';
export { DetailsView } from './explain/view.tsx';
export { OutcomeView } from './outcome/view.tsx';
export { ScenarioView } from './scenario/view.tsx';
export { EventsView } from './timeline/events.tsx';
export { TransportBar } from './timeline/transport.tsx';
export { TimelineView } from './timeline/view.tsx';
export { TopologyView } from './topology/view.tsx';
