import { addHandleRow, addUse, type HandleRow, handleNumberOf, resetHandle } from './handle-row.ts';
import { setHandleUsed } from './producer-row.ts';
import { noRow } from './rows.ts';
import type { Handle, Producer, World } from './world.ts';

/** An open handle of a producer; the row of one that is gone is used again. */
export function makeHandle(
  world: World,
  producer: Producer,
  given: Pick<Handle, 'resolution' | 'bind'> & { readonly isPersistent: boolean; readonly priority: number },
): Handle {
  const { resolution, bind, isPersistent, priority } = given;
  const row = takeHandleRow(world);
  resetHandle(world, row, { producer: producer.row, isPersistent, priority });
  addUse(world, row);
  const handle: Handle = {
    row,
    resolution,
    bind,
    boundTo: undefined,
    isChanged: false,
    producer,
    boundInstance: undefined,
    isOpen: true,
    id: world.nextHandle++,
  };
  world.handles[handleNumberOf(world, row)] = handle;
  return handle;
}

export const takeHandleRow = (world: World): HandleRow =>
  world.freeHandles.pop() ?? addHandleRow(world, world.handles.length);

/** The producer goes on to put with it. */
export function useHandle(world: World, producer: Producer, handle: Handle | undefined): void {
  producer.handle = handle;
  setHandleUsed(world, producer.row, handle?.row ?? noRow);
}
