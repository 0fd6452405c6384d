const nothing = () => undefined;

/** dnd-kit speaks of ids to those who hear the page; what moved is said by our own words instead. */
export const quietDrag = {
  announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
  screenReaderInstructions: { draggable: '' },
};
