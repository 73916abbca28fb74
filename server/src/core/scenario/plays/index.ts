import { attributePlays } from './attribute-plays.ts';
import { channelPlays } from './channel-plays.ts';
import {
  cloneAliasTargetDiffers,
  cloneDefbindDiffers,
  cloneKindDiffers,
  cloneOutsideCluster,
  clonePersistenceDiffers,
  clonePriorityDiffers,
  everyClonePutDisabled,
} from './clone-plays.ts';
import {
  bindOnOpenDefeatsBalancing,
  exclusiveConsumerOnClones,
  groupsWithoutGroupBinding,
  orderedQueueHasClones,
  replyQueueHasClones,
  splitAffinity,
  triggerDepthOnClones,
} from './ordering-plays.ts';
import type { Play } from './play.ts';
import { queueManagerPlays } from './queue-manager-plays.ts';
import {
  backoutBreaksSequence,
  deadLetterBreaksSequence,
  fastNonpersistentOvertakes,
  intraGroupQueuingReorders,
  parallelChannelsReorder,
  priorityDeliveryReorders,
} from './sequence-plays.ts';
import { supportObjectPlays } from './support-object-plays.ts';
import { topicPlays } from './topic-plays.ts';
import {
  cloneRankStarves,
  clusteredAliasWithoutTarget,
  distributorHostsInstance,
  gatewayAliasBounces,
  instanceWithoutConsumer,
  localInstancePreferred,
  messageLongerThanCloneAccepts,
} from './workload-plays.ts';

/** The play of each finding that one can show; by the attribute where the finding can be about several. */
const plays: Readonly<Record<string, Play | Readonly<Record<string, Play>>>> = {
  'clone-defbind-differs': cloneDefbindDiffers,
  'clone-persistence-differs': clonePersistenceDiffers,
  'clone-priority-differs': clonePriorityDiffers,
  'clone-kind-differs': cloneKindDiffers,
  'clone-attribute-differs': attributePlays,
  'clone-get-disabled': attributePlays,
  'clone-outside-cluster': cloneOutsideCluster,
  'clone-alias-target-differs': cloneAliasTargetDiffers,
  'clone-support-object-missing': supportObjectPlays,
  'clone-channel-differs': channelPlays,
  'clone-queue-manager-differs': queueManagerPlays,
  'clone-topic-differs': topicPlays,
  'clone-rank-starves': cloneRankStarves,
  'every-clone-put-disabled': everyClonePutDisabled,
  'ordered-queue-has-clones': orderedQueueHasClones,
  'exclusive-consumer-on-clones': exclusiveConsumerOnClones,
  'groups-without-group-binding': groupsWithoutGroupBinding,
  'trigger-depth-on-clones': triggerDepthOnClones,
  'bind-on-open-defeats-balancing': bindOnOpenDefeatsBalancing,
  'parallel-channels-reorder': parallelChannelsReorder,
  'fast-nonpersistent-overtakes': fastNonpersistentOvertakes,
  'priority-delivery-reorders': priorityDeliveryReorders,
  'intra-group-queuing-reorders': intraGroupQueuingReorders,
  'dead-letter-breaks-sequence': deadLetterBreaksSequence,
  'backout-breaks-sequence': backoutBreaksSequence,
  'split-affinity': splitAffinity,
  'reply-queue-has-clones': replyQueueHasClones,
  'distributor-hosts-instance': distributorHostsInstance,
  'instance-without-consumer': instanceWithoutConsumer,
  'local-instance-preferred': localInstancePreferred,
  'gateway-alias-bounces': gatewayAliasBounces,
  'clustered-alias-without-target': clusteredAliasWithoutTarget,
  'message-longer-than-clone-accepts': messageLongerThanCloneAccepts,
};

export function playOf(code: string, attribute: string | undefined): Play | undefined {
  const found = plays[code];
  return typeof found === 'object' ? found[attribute ?? ''] : found;
}
