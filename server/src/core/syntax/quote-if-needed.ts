/**
 * A value as MQSC must write it to be read back as it is: plain where MQ allows it and would not fold its case, else quoted.
 * A blank value is written `' '`, as MQ's own dumps do.
 */
export const quoteIfNeeded = (text: string): string => (/^[A-Z0-9._/%*]+$/.test(text) ? text : quoted(text || ' '));

/** The value in single quotes, quotes inside doubled. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
