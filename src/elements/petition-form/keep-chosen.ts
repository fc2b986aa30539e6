/** Renders anew, maybe in another language and so in another order; what was chosen from a list stays chosen. */
export const keepChosen = (root: ParentNode, render: () => void): void => {
  const chosen = [...root.querySelectorAll('select')].map((list) => ({list, value: list.value}));
  render();
  for (const {list, value} of chosen) if ([...list.options].some((option) => option.value === value)) list.value = value;
};
