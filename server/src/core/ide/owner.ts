export { assignmentAt, ownersAt } from '#core/model/owner-at.ts';
