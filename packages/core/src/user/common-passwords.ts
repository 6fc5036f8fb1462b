/** Beginnings and ends of the passwords that are tried first; combinations of them are tried next. */
export const COMMON_WORDS: readonly string[] = `
password passwort passw0rd password1 motdepasse contrasena senha parola wachtwoord haslo geslo
admin administrator root user guest test testing tester demo default changeme changeit letmein welcome
welkom willkommen bienvenue iloveyou loveyou ilove love lovely mylove forever always trustno
qwerty qwertz azerty asdfgh asdf zxcvbn zxcv yxcvbn qazwsx wsxedc edcrfv qweasd qweasdzxc poiuyt lkjhgf mnbvcx
monkey dragon master shadow sunshine princess football baseball basketball soccer hockey superman batman
spiderman starwars pokemon naruto michael jordan jennifer jessica ashley charlie daniel andrew thomas
computer internet samsung google facebook youtube linkedin microsoft windows apple android iphone
whatever nothing secret hello hallo bonjour freedom summer winter spring autumn monday friday
january february march april june july august september october november december
liverpool chelsea arsenal barcelona manchester united juventus
blessed jesus christ angel angels heaven family friend friends flower butterfly chocolate cookie
access login signin server database company office work temp temporary
heddle pipeline
`
  .trim()
  .split(/\s+/);
