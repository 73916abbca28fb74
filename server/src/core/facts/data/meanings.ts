/** What a verb does, in one or two sentences; our words, after the introduction of IBM's page of each command. */
export const verbMeanings: Readonly<Record<string, string>> = {
  ALTER: 'Changes the attributes that it gives of an object that exists; all others keep their values.',
  ARCHIVE: 'Writes the active log to the archive log now.',
  BACKUP: 'Starts a backup of a coupling facility structure.',
  CLEAR: 'Empties a queue, or removes the retained publication of a topic string.',
  DEFINE:
    'Makes an object. Attributes that it leaves out come from the object in `LIKE`, else from the default object of the type.',
  DELETE: 'Removes the definition of an object.',
  DISPLAY:
    'Shows objects or their state and changes nothing. Without attributes it shows a few, with `ALL` all of them, with `WHERE` only the objects that match.',
  END: 'Ends the script: runmqsc reads nothing behind it.',
  EXIT: 'Ends the script: runmqsc reads nothing behind it.',
  QUIT: 'Ends the script: runmqsc reads nothing behind it.',
  MOVE: 'Moves all messages of a local queue to another one.',
  PING: 'Tests that something answers, without messages of an application.',
  PURGE: 'Stops a telemetry or AMQP channel and disconnects its clients.',
  RECOVER: 'Recovers a structure from its backups and logs, or restores two bootstrap data sets.',
  REFRESH: 'Makes the queue manager give up what it has cached, and build it up anew.',
  RESET: 'Sets a state back, or forces it; the definition stays.',
  RESOLVE: 'Decides what is in doubt, when the other side cannot say.',
  RESUME: 'Takes back SUSPEND.',
  RVERIFY: 'Makes users be verified again at their next use.',
  SET: 'Sets a rule or a record that is no object: it is added, changed or taken away by the same verb.',
  START: 'Starts what is defined.',
  STOP: 'Stops what runs; the definition stays.',
  SUSPEND: 'Tells others to send no more work to this queue manager, as far as they can avoid it.',
};

/** What a single command does, where its verb does not say it all. */
export const commandMeanings: Readonly<Record<string, string>> = {
  'ALTER QMGR': 'Changes attributes of the queue manager itself; those that it leaves out keep their values.',
  'ALTER CHANNEL':
    'Changes attributes of a channel. A channel that runs takes them up when it is next started; of cluster senders only those defined by hand can be altered.',
  'CLEAR QLOCAL': 'Deletes all messages of a local queue. It is refused while the queue is open or holds uncommitted messages.',
  'CLEAR TOPICSTR': 'Removes the retained publication of a topic string.',
  'DEFINE QALIAS': 'Makes another name for a queue or a topic, with attributes of its own. An alias of an alias of the same queue manager does not open.',
  'DEFINE QREMOTE':
    'Makes a local name for a queue of another queue manager; with a blank `RNAME` an alias of a queue manager or a reply-to queue.',
  'DEFINE QMODEL': 'Makes a pattern from which queues are made when an application opens it.',
  'DEFINE CHANNEL': 'Makes one end of a channel. What it needs depends on `CHLTYPE`.',
  'DELETE QLOCAL': 'Removes a local queue. One that holds messages stays, unless `PURGE` is given.',
  'DISPLAY CLUSQMGR': 'Shows the queue managers that this one knows in its clusters, and the channels to them.',
  'DISPLAY QCLUSTER': 'Shows the cluster queues that this queue manager knows, its own and others.',
  'DISPLAY CHSTATUS': 'Shows the state of channels that run, have run or are in doubt.',
  'DISPLAY QSTATUS': 'Shows who has a queue open, how old its messages are, and whether some are uncommitted.',
  'MOVE QLOCAL': 'Moves all messages of a local queue to another, or adds them to those it has.',
  'PING CHANNEL': 'Sends test data over a channel that does not run, and takes back the answer.',
  'PING QMGR': 'Asks whether the queue manager answers commands.',
  'REFRESH CLUSTER':
    'Gives up what is known of a cluster and asks the full repositories anew; `REPOS(YES)` gives up full repositories too, and is for partial repositories only. Large clusters are disturbed for a while.',
  'REFRESH QMGR': 'Writes events about all objects as they are, or reads its configuration again.',
  'REFRESH SECURITY': 'Reads authorities, certificates or passwords anew.',
  'RESET CHANNEL': 'Sets the sequence number of a channel. Both ends must have the same, or the channel does not start.',
  'RESET CLUSTER': 'Removes a queue manager from a cluster by force, from a full repository.',
  'RESET QSTATS': 'Shows performance data of a queue and sets it back.',
  'RESET QMGR': 'Starts a new log extent or statistics interval, or removes leftovers of backups and publish/subscribe.',
  'RESET CFSTRUCT': 'Forces a structure into the state FAILED.',
  'RESET TPIPE': 'Sets the sequence numbers of an IMS bridge pipe back.',
  'RESOLVE CHANNEL':
    'Commits or backs out the batch that a sending channel holds in doubt. The wrong choice loses or duplicates messages.',
  'RESOLVE INDOUBT': 'Commits or backs out units of work whose coordinator cannot.',
  'RESUME QMGR': 'Tells clusters that this queue manager takes work again.',
  'SET AUTHREC': 'Gives a user or group authorities on all objects that a profile matches, or takes them away.',
  'SET CHLAUTH': 'Makes, replaces or removes a rule about who may connect through which channel.',
  'SET POLICY': 'Makes or changes the rule by which messages of a queue are signed and encrypted.',
  'SET LOG': 'Changes parameters of the log until the queue manager ends.',
  'SET ARCHIVE': 'Changes parameters of archiving until the queue manager ends.',
  'SET SYSTEM': 'Changes system parameters until the queue manager ends.',
  'START CHANNEL': 'Starts a channel by hand; one that the initiator starts when messages wait needs none.',
  'STOP CHANNEL':
    'Stops a channel: after the batch at hand with `MODE(QUIESCE)`. With `STATUS(STOPPED)` it starts again only by START CHANNEL; with `STATUS(INACTIVE)` as messages come.',
  'STOP CONN': 'Breaks the connection of an application.',
  'STOP QMGR': 'Ends the queue manager.',
  'SUSPEND QMGR': 'Tells clusters to send no work to this queue manager where another can take it.',
};

/** What parameters that decide about the whole command do, by verb or by command. */
export const verbOptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  DEFINE: {
    REPLACE:
      'an object of the name is replaced: messages of a queue stay, attributes that are left out go back to `LIKE` or the default',
    NOREPLACE: 'the default: the command fails when an object of the name exists (AMQ8150)',
    LIKE: 'the object of the same type that attributes are taken from; its messages are not copied',
  },
  ALTER: { FORCE: 'also when applications have the object open that the change affects' },
  DELETE: {
    PURGE: 'the queue goes with the messages that it holds',
    NOPURGE: 'the default: a queue with messages stays',
    IGNSTATE: '`YES`: no error when there is no such object',
    AUTHREC: '`NO`: authority records of the object are kept',
  },
  'SET CHLAUTH': {
    ACTION: '`ADD` is the default and fails for a rule that exists; `REPLACE` can be run again; `REMOVE` takes one away, `REMOVEALL` all',
  },
  START: { IGNSTATE: '`YES`: no error when it runs already' },
  STOP: { IGNSTATE: '`YES`: no error when it has stopped already' },
};
