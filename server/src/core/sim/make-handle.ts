import { addHandleRow, addUse, handleNumberOf, resetHandle } from './handle-row.ts';
import type { Handle, Producer, World } from './world.ts';

/** An open handle of a producer; the row of one that is gone is used again. */
export function makeHandle(
  world: World,
  producer: Producer,
  { resolution, bind, isPersistent, priority }: Pick<Handle, 'resolution' | 'bind' | 'isPersistent' | 'priority'>,
): Handle {
  const row = world.freeHandles.pop() ?? addHandleRow(world, world.handles.length);
  resetHandle(world, row, producer.row);
  addUse(world, row);
  const handle: Handle = {
    // What each put needs comes first, to lie together.
    row,
    resolution,
    bind,
    isPersistent,
    priority,
    boundTo: undefined,
    isChanged: false,
    puts: 0,
    producer,
    boundInstance: undefined,
    isOpen: true,
    id: world.nextHandle++,
  };
  world.handles[handleNumberOf(world, row)] = handle;
  return handle;
}
