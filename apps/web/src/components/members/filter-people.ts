interface Named {
  name: string;
  email: string;
}

/** People in whose name or address every word occurs, in any order and case. */
export function filterPeople<Person extends Named>(people: readonly Person[], text: string): Person[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return people.filter(({ name, email }) => {
    const whole = fold(`${name} ${email}`);
    return words.every((word) => whole.includes(word));
  });
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}
