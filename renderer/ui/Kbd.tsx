export function Kbd({ children }: { children: string }) {
  return (
    <kbd class="kbd" aria-hidden="true">
      {children}
    </kbd>
  );
}
