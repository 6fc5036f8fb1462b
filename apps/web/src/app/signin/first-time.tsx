/** Where to find the password of the account that the first start made. */
export function FirstTime() {
  return (
    <details>
      <summary className="w-fit rounded-1 text-ink-2 hover:text-ink">First time here?</summary>
      <p className="mt-2 leading-5">
        The first start of Heddle makes one account. Its e-mail and password are printed once, in the terminal
        where <code>npm start</code> ran; where there was no terminal, they are in the file{" "}
        <code>first-sign-in.txt</code> in the data folder. With Docker, the log of <code>migrate</code> says
        how to read them.
      </p>
    </details>
  );
}
