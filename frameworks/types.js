// What `sphere-petition/react` and its siblings are when a program runs: nothing. They are types.
export {};
