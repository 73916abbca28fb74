import { aliasOfAlias } from './alias-of-alias.ts';
import { attributeNotValidHere } from './attribute-not-valid-here.ts';
import { attributeOutOfPlace } from './attribute-out-of-place.ts';
import { authrecForUnknownObject } from './authrec-for-unknown-object.ts';
import { backoutBreaksSequence } from './backout-breaks-sequence.ts';
import { backoutQueueIsOwnQueue } from './backout-queue-is-own-queue.ts';
import { backoutQueueWithoutThreshold } from './backout-queue-without-threshold.ts';
import { bindOnOpenDefeatsBalancing } from './bind-on-open-defeats-balancing.ts';
import { channelCipherDiffers } from './channel-cipher-differs.ts';
import { channelTypeClash } from './channel-type-clash.ts';
import { chlauthForUnknownChannel } from './chlauth-for-unknown-channel.ts';
import { cloneAliasTargetDiffers } from './clone-alias-target-differs.ts';
import { cloneAttributeDiffers } from './clone-attribute-differs.ts';
import { cloneChannelDiffers } from './clone-channel-differs.ts';
import { cloneDefbindDiffers } from './clone-defbind-differs.ts';
import { cloneGetDisabled } from './clone-get-disabled.ts';
import { cloneKindDiffers } from './clone-kind-differs.ts';
import { cloneOutsideCluster } from './clone-outside-cluster.ts';
import { clonePersistenceDiffers } from './clone-persistence-differs.ts';
import { clonePriorityDiffers } from './clone-priority-differs.ts';
import { clonePutResponseDiffers } from './clone-put-response-differs.ts';
import { cloneQueueManagerDiffers } from './clone-queue-manager-differs.ts';
import { cloneRankStarves } from './clone-rank-starves.ts';
import { cloneSupportObjectMissing } from './clone-support-object-missing.ts';
import { cloneTopicDiffers } from './clone-topic-differs.ts';
import { clusterChannelNameMisplaced } from './cluster-channel-name-misplaced.ts';
import { clusterChannelWithoutCluster } from './cluster-channel-without-cluster.ts';
import { clusterCommandMisplaced } from './cluster-command-misplaced.ts';
import { clusterMemberWithoutSender } from './cluster-member-without-sender.ts';
import { clusterNameMisspelt } from './cluster-name-misspelt.ts';
import { clusterNamedTwice } from './cluster-named-twice.ts';
import { clusterSenderAddressDiffers } from './cluster-sender-address-differs.ts';
import { clusterSenderToPartialRepository } from './cluster-sender-to-partial-repository.ts';
import { clusterSenderWithoutReceiver } from './cluster-sender-without-receiver.ts';
import { clusterSenderWorkloadIgnored } from './cluster-sender-workload-ignored.ts';
import { clusterTopicInhibited } from './cluster-topic-inhibited.ts';
import { clusteredAliasWithoutTarget } from './clustered-alias-without-target.ts';
import { commandAfterEnd } from './command-after-end.ts';
import { commentNotInFirstColumn } from './comment-not-in-first-column.ts';
import { conflictingAttributes } from './conflicting-attributes.ts';
import { connectionNameClash } from './connection-name-clash.ts';
import { continuedIntoNothing } from './continued-into-nothing.ts';
import { deadLetterBreaksSequence } from './dead-letter-breaks-sequence.ts';
import { deadLetterQueueTooShort } from './dead-letter-queue-too-short.ts';
import { defineNotRepeatable } from './define-not-repeatable.ts';
import { deletedWhileReferenced } from './deleted-while-referenced.ts';
import { dispositionMismatch } from './disposition-mismatch.ts';
import { distributorHostsInstance } from './distributor-hosts-instance.ts';
import { doubleQuotedValue } from './double-quoted-value.ts';
import { duplicateAttribute } from './duplicate-attribute.ts';
import { estateFileInvalid } from './estate-file-invalid.ts';
import { everyClonePutDisabled } from './every-clone-put-disabled.ts';
import { exclusiveConsumerOnClones } from './exclusive-consumer-on-clones.ts';
import { fastNonpersistentOvertakes } from './fast-nonpersistent-overtakes.ts';
import { fullRepositoriesNotConnected } from './full-repositories-not-connected.ts';
import { gatewayAliasBounces } from './gateway-alias-bounces.ts';
import { groupObjectDefinedDifferently } from './group-object-defined-differently.ts';
import { groupsWithoutGroupBinding } from './groups-without-group-binding.ts';
import { insertNotAllowedHere } from './insert-not-allowed-here.ts';
import { instanceWithoutConsumer } from './instance-without-consumer.ts';
import { intraGroupQueuingReorders } from './intra-group-queuing-reorders.ts';
import { likeBeforeDefined } from './like-before-defined.ts';
import { lineTooLong } from './line-too-long.ts';
import { listenerPortClash } from './listener-port-clash.ts';
import { localInstancePreferred } from './local-instance-preferred.ts';
import { lowercaseNameFolded } from './lowercase-name-folded.ts';
import { messageLengthAboveQueueManager } from './message-length-above-queue-manager.ts';
import { messageLongerThanCloneAccepts } from './message-longer-than-clone-accepts.ts';
import { missingRequiredAttribute } from './missing-required-attribute.ts';
import { nameHasInvalidCharacter } from './name-has-invalid-character.ts';
import { nameTooLong } from './name-too-long.ts';
import { namelistOfOtherType } from './namelist-of-other-type.ts';
import { namesDifferInCase } from './names-differ-in-case.ts';
import { noDeadLetterQueue } from './no-dead-letter-queue.ts';
import { noFullRepository } from './no-full-repository.ts';
import { notATransmissionQueue } from './not-a-transmission-queue.ts';
import { numberOutOfRange } from './number-out-of-range.ts';
import { orderedQueueHasClones } from './ordered-queue-has-clones.ts';
import { parallelChannelsReorder } from './parallel-channels-reorder.ts';
import { platformMismatch } from './platform-mismatch.ts';
import { priorityDeliveryReorders } from './priority-delivery-reorders.ts';
import { queueInUnjoinedCluster } from './queue-in-unjoined-cluster.ts';
import { queueManagerUnknown } from './queue-manager-unknown.ts';
import { queueNameClash } from './queue-name-clash.ts';
import { queueSharingGroupGenericConname } from './queue-sharing-group-generic-conname.ts';
import { redefinedWithoutReplace } from './redefined-without-replace.ts';
import { replaceResetsAttributes } from './replace-resets-attributes.ts';
import { replyQueueHasClones } from './reply-queue-has-clones.ts';
import { repositoryWithoutReceiver } from './repository-without-receiver.ts';
import { reservedDefaultTransmissionQueue } from './reserved-default-transmission-queue.ts';
import { reservedQueueClustered } from './reserved-queue-clustered.ts';
import type { Rule } from './rule.ts';
import { scenarioInvalid } from './scenario-invalid.ts';
import { senderInForeignCluster } from './sender-in-foreign-cluster.ts';
import { senderWithoutReceiver } from './sender-without-receiver.ts';
import { sequenceNumberMoved } from './sequence-number-moved.ts';
import { sequenceWrapDiffers } from './sequence-wrap-differs.ts';
import { severalClusterReceivers } from './several-cluster-receivers.ts';
import { sharedAndPrivateNameClash } from './shared-and-private-name-clash.ts';
import { sharedQueueDefinedDifferently } from './shared-queue-defined-differently.ts';
import { sharedQueueWithoutStructure } from './shared-queue-without-structure.ts';
import { singleFullRepository } from './single-full-repository.ts';
import { splitAffinity } from './split-affinity.ts';
import { streamQueueNotSupported } from './stream-queue-not-supported.ts';
import { syntaxError } from './syntax-error.ts';
import { tooManyFullRepositories } from './too-many-full-repositories.ts';
import { topicStringHardToMatch } from './topic-string-hard-to-match.ts';
import { trailingComment } from './trailing-comment.ts';
import { transmissionQueueClustered } from './transmission-queue-clustered.ts';
import { transmissionQueueWithoutChannel } from './transmission-queue-without-channel.ts';
import { triggerDepthOnClones } from './trigger-depth-on-clones.ts';
import { triggerStartsOtherChannel } from './trigger-starts-other-channel.ts';
import { triggerWithoutInitiationQueue } from './trigger-without-initiation-queue.ts';
import { unbalancedParenthesis } from './unbalanced-parenthesis.ts';
import { undefinedAuthenticationInformation } from './undefined-authentication-information.ts';
import { undefinedBackoutQueue } from './undefined-backout-queue.ts';
import { undefinedCfStructure } from './undefined-cf-structure.ts';
import { undefinedDeadLetterQueue } from './undefined-dead-letter-queue.ts';
import { undefinedInitiationQueue } from './undefined-initiation-queue.ts';
import { undefinedNamelist } from './undefined-namelist.ts';
import { undefinedProcess } from './undefined-process.ts';
import { undefinedStorageClass } from './undefined-storage-class.ts';
import { undefinedStreamQueue } from './undefined-stream-queue.ts';
import { undefinedSubscriptionDestination } from './undefined-subscription-destination.ts';
import { undefinedSubscriptionTopic } from './undefined-subscription-topic.ts';
import { undefinedTarget } from './undefined-target.ts';
import { undefinedTransmissionQueue } from './undefined-transmission-queue.ts';
import { unknownAttribute } from './unknown-attribute.ts';
import { unknownCommand } from './unknown-command.ts';
import { unterminatedString } from './unterminated-string.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { usedBeforeDefined } from './used-before-defined.ts';
import { valueNeedsQuotes } from './value-needs-quotes.ts';
import { valueNotAllowed } from './value-not-allowed.ts';
import { valueTooLong } from './value-too-long.ts';
import { versionMismatch } from './version-mismatch.ts';
import { weightSharedByQueues } from './weight-shared-by-queues.ts';

/** The only list of rules: by group in the order of the documentation, by name within a group. One import and one entry each. */
export const rules: readonly Rule[] = [
  // language
  attributeNotValidHere,
  attributeOutOfPlace,
  commentNotInFirstColumn,
  conflictingAttributes,
  continuedIntoNothing,
  doubleQuotedValue,
  duplicateAttribute,
  insertNotAllowedHere,
  lineTooLong,
  sequenceNumberMoved,
  lowercaseNameFolded,
  missingRequiredAttribute,
  nameHasInvalidCharacter,
  nameTooLong,
  numberOutOfRange,
  platformMismatch,
  syntaxError,
  trailingComment,
  unbalancedParenthesis,
  unknownAttribute,
  unknownCommand,
  unterminatedString,
  valueNeedsQuotes,
  valueNotAllowed,
  valueTooLong,
  versionMismatch,
  // script order
  channelTypeClash,
  clusterNamedTwice,
  commandAfterEnd,
  defineNotRepeatable,
  deletedWhileReferenced,
  dispositionMismatch,
  likeBeforeDefined,
  redefinedWithoutReplace,
  replaceResetsAttributes,
  usedBeforeDefined,
  // references
  aliasOfAlias,
  authrecForUnknownObject,
  backoutQueueWithoutThreshold,
  backoutQueueIsOwnQueue,
  chlauthForUnknownChannel,
  listenerPortClash,
  namelistOfOtherType,
  namesDifferInCase,
  noDeadLetterQueue,
  notATransmissionQueue,
  queueNameClash,
  reservedDefaultTransmissionQueue,
  senderWithoutReceiver,
  channelCipherDiffers,
  messageLengthAboveQueueManager,
  sequenceWrapDiffers,
  streamQueueNotSupported,
  transmissionQueueWithoutChannel,
  triggerWithoutInitiationQueue,
  triggerStartsOtherChannel,
  undefinedBackoutQueue,
  undefinedCfStructure,
  undefinedDeadLetterQueue,
  deadLetterQueueTooShort,
  undefinedInitiationQueue,
  undefinedNamelist,
  undefinedProcess,
  undefinedStorageClass,
  undefinedStreamQueue,
  undefinedSubscriptionDestination,
  undefinedSubscriptionTopic,
  undefinedAuthenticationInformation,
  topicStringHardToMatch,
  undefinedTarget,
  undefinedTransmissionQueue,
  // clones
  cloneAliasTargetDiffers,
  cloneAttributeDiffers,
  cloneChannelDiffers,
  cloneDefbindDiffers,
  cloneGetDisabled,
  cloneKindDiffers,
  cloneOutsideCluster,
  clonePersistenceDiffers,
  clonePriorityDiffers,
  clonePutResponseDiffers,
  cloneQueueManagerDiffers,
  cloneRankStarves,
  cloneSupportObjectMissing,
  cloneTopicDiffers,
  everyClonePutDisabled,
  // ordering
  backoutBreaksSequence,
  bindOnOpenDefeatsBalancing,
  deadLetterBreaksSequence,
  exclusiveConsumerOnClones,
  fastNonpersistentOvertakes,
  groupsWithoutGroupBinding,
  intraGroupQueuingReorders,
  orderedQueueHasClones,
  parallelChannelsReorder,
  priorityDeliveryReorders,
  replyQueueHasClones,
  splitAffinity,
  triggerDepthOnClones,
  // cluster
  clusterChannelWithoutCluster,
  clusteredAliasWithoutTarget,
  clusterChannelNameMisplaced,
  clusterCommandMisplaced,
  clusterMemberWithoutSender,
  clusterNameMisspelt,
  clusterSenderToPartialRepository,
  clusterSenderAddressDiffers,
  clusterSenderWithoutReceiver,
  clusterSenderWorkloadIgnored,
  clusterTopicInhibited,
  connectionNameClash,
  distributorHostsInstance,
  fullRepositoriesNotConnected,
  gatewayAliasBounces,
  instanceWithoutConsumer,
  localInstancePreferred,
  messageLongerThanCloneAccepts,
  noFullRepository,
  queueInUnjoinedCluster,
  queueSharingGroupGenericConname,
  repositoryWithoutReceiver,
  reservedQueueClustered,
  senderInForeignCluster,
  severalClusterReceivers,
  groupObjectDefinedDifferently,
  sharedAndPrivateNameClash,
  sharedQueueDefinedDifferently,
  sharedQueueWithoutStructure,
  singleFullRepository,
  tooManyFullRepositories,
  transmissionQueueClustered,
  weightSharedByQueues,
  // estate
  estateFileInvalid,
  queueManagerUnknown,
  scenarioInvalid,
  unusedSuppression,
];
