import { placeOf } from '../definitions.ts';
import { keepWhere, type RoutingStep } from './step.ts';

export const putEnabled: RoutingStep = {
  name: 'put-enabled',
  title: 'Open for puts (step 5)',
  run: (candidates) =>
    keepWhere(
      candidates,
      ({ instance }) => instance?.isPutEnabled ?? true,
      ({ instance, owner }) => ({
        reason: `PUT(DISABLED) at ${owner.name}, and another instance takes messages`,
        attribute: 'PUT',
        at: instance && placeOf(instance.attributes, 'PUT'),
      }),
    ),
};
