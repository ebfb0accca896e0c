package kwix.language.fetch;

import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;

/** A Mercurial repository, which Kwix knows by name only. */
record MercurialRepository(Fetcher fetcher, InputAttributes source) {

    FetchedTree fetch() {
        throw new KwixException(
                        ErrorCode.UNSUPPORTED,
                        "`" + Describe.text(source.needed("url"))
                                + "` cannot be fetched: Kwix does not read Mercurial repositories.")
                .withHint("An archive that the server makes of it can be fetched with `builtins.fetchTarball`.");
    }
}
