/** The page's own few words. All else on it is the campaign's. */
export interface Words {
  /** The language that these words are in. */
  readonly language: string;
  readonly notFound: string;
  readonly notFoundAdvice: string;
  readonly needsScript: string;
  readonly languages: string;
  /** Before the petition's address. */
  readonly passOn: string;
  /** The link to the petition. */
  readonly back: string;
}

const ENGLISH: Words = {
  language: 'en',
  notFound: 'There is no such petition here',
  notFoundAdvice: 'Check the address, or ask whoever gave it to you: the petition may have been moved.',
  needsScript: 'To sign on this page, allow its scripts.',
  languages: 'Languages',
  passOn: 'Pass the petition on. This is its address:',
  back: 'Back to the petition',
};

const WORDS: readonly Words[] = [
  ENGLISH,
  {
    language: 'fr',
    notFound: 'Cette pétition n’existe pas ici',
    notFoundAdvice: 'Vérifiez l’adresse, ou demandez-la à la personne qui vous l’a donnée : la pétition a peut-être été déplacée.',
    needsScript: 'Pour signer sur cette page, autorisez-y les scripts.',
    languages: 'Langues',
    passOn: 'Faites passer la pétition. Voici son adresse :',
    back: 'Retour à la pétition',
  },
  {
    language: 'es',
    notFound: 'Esta petición no existe aquí',
    notFoundAdvice: 'Compruebe la dirección o pregunte a quien se la dio: es posible que la petición se haya trasladado.',
    needsScript: 'Para firmar en esta página, permita sus scripts.',
    languages: 'Idiomas',
    passOn: 'Difunda la petición. Esta es su dirección:',
    back: 'Volver a la petición',
  },
  {
    language: 'it',
    notFound: 'Questa petizione non esiste qui',
    notFoundAdvice: 'Controllare l’indirizzo o chiederlo a chi lo ha fornito: la petizione potrebbe essere stata spostata.',
    needsScript: 'Per firmare su questa pagina, consentirne gli script.',
    languages: 'Lingue',
    passOn: 'Diffondere la petizione. Ecco l’indirizzo:',
    back: 'Torna alla petizione',
  },
  {
    language: 'pt',
    notFound: 'Esta petição não existe aqui',
    notFoundAdvice: 'Verifique o endereço ou pergunte a quem o deu: a petição pode ter mudado de lugar.',
    needsScript: 'Para assinar nesta página, permita os seus scripts.',
    languages: 'Idiomas',
    passOn: 'Divulgue a petição. Este é o seu endereço:',
    back: 'Voltar à petição',
  },
  {
    language: 'de',
    notFound: 'Diese Petition gibt es hier nicht',
    notFoundAdvice: 'Prüfen Sie die Adresse oder fragen Sie dort nach, woher Sie sie haben: Die Petition ist vielleicht umgezogen.',
    needsScript: 'Um auf dieser Seite zu unterschreiben, lassen Sie ihre Skripte zu.',
    languages: 'Sprachen',
    passOn: 'Geben Sie die Petition weiter. Das ist ihre Adresse:',
    back: 'Zurück zur Petition',
  },
  {
    language: 'ru',
    notFound: 'Здесь нет такой петиции',
    notFoundAdvice: 'Проверьте адрес или спросите у того, кто его дал: возможно, петицию перенесли.',
    needsScript: 'Чтобы подписать петицию на этой странице, разрешите её скрипты.',
    languages: 'Языки',
    passOn: 'Поделитесь петицией. Вот её адрес:',
    back: 'Вернуться к петиции',
  },
  {
    language: 'uk',
    notFound: 'Тут немає такої петиції',
    notFoundAdvice: 'Перевірте адресу або запитайте в того, хто її дав: можливо, петицію перенесли.',
    needsScript: 'Щоб підписати петицію на цій сторінці, дозвольте її скрипти.',
    languages: 'Мови',
    passOn: 'Поділіться петицією. Ось її адреса:',
    back: 'Повернутися до петиції',
  },
  {
    language: 'ar',
    notFound: 'لا توجد هذه العريضة هنا',
    notFoundAdvice: 'يُرجى التحقق من العنوان أو سؤال مصدره: ربما نُقلت العريضة.',
    needsScript: 'للتوقيع في هذه الصفحة، يُرجى السماح بنصوصها البرمجية.',
    languages: 'اللغات',
    passOn: 'انشروا العريضة. هذا عنوانها:',
    back: 'العودة إلى العريضة',
  },
];

/** The words in a language, else in English. */
export const wordsIn = (wanted = ''): Words => WORDS.find(({language}) => language === wanted.toLowerCase().split(/[-_]/)[0]) ?? ENGLISH;
