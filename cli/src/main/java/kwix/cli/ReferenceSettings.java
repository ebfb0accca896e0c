package kwix.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kwix.language.value.Suggestions;
import org.jspecify.annotations.Nullable;

/** The names of all settings of the reference, so that a script's settings of its builds and downloads are no mistakes here. */
final class ReferenceSettings {

    enum Kind {
        /** True or false; {@code --name} and {@code --no-name} set it too. */
        FLAG,
        /** Words between blanks; {@code extra-name} adds some. */
        LIST,
        VALUE
    }

    private static final String FLAGS = """
        abort-on-warn accept-flake-config allow-dirty allow-dirty-locks allow-import-from-derivation allow-new-privileges
        allow-symlinked-store allow-unsafe-native-code-during-evaluation always-allow-substitutes auto-allocate-uids
        auto-optimise-store build-compress-log build-fallback build-impersonate-linux-26 build-keep-log build-use-chroot
        build-use-sandbox build-use-substitutes builders-use-substitutes compress-build-log debugger-on-trace debugger-on-warn
        env-keep-derivations eval-cache fallback filter-syscalls fsync-metadata fsync-store-paths gc-keep-derivations
        gc-keep-outputs http2 ignore-try impersonate-linux-26 keep-build-log keep-derivations keep-env-derivations keep-failed
        keep-going keep-outputs nix-shell-always-looks-for-shell-nix nix-shell-shebang-arguments-relative-to-script
        preallocate-contents print-missing pure-eval require-drop-supplementary-groups require-sigs restrict-eval run-diff-hook
        sandbox sandbox-fallback show-trace substitute sync-before-registering trace-function-calls
        trace-import-from-derivation trace-verbose trust-tarballs-from-git-forges use-case-hack use-cgroups use-registries
        use-sqlite-wal use-xdg-base-directories warn-dirty warn-short-path-literals
        """;

    private static final String LISTS = """
        access-tokens allowed-impure-host-deps allowed-uris allowed-users binary-cache-public-keys binary-caches
        build-chroot-dirs build-hook build-sandbox-paths experimental-features external-builders extra-platforms hashed-mirrors
        ignored-acls impure-env nix-path plugin-files sandbox-paths secret-key-files substituters system-features
        trusted-binary-caches trusted-public-keys trusted-substituters trusted-users
        """;

    private static final String VALUES = """
        bash-prompt bash-prompt-prefix bash-prompt-suffix binary-caches-parallel-connections build-cores build-dir
        build-max-jobs build-max-log-size build-max-silent-time build-poll-interval build-timeout build-users-group builders
        commit-lock-file-summary commit-lockfile-summary connect-timeout cores diff-hook download-attempts download-buffer-size
        download-speed eval-attrset-update-layer-rhs-threshold eval-profile-file eval-profiler eval-profiler-frequency
        eval-system flake-registry gc-reserved-space http-connections id-count json-log-path lint-absolute-path-literals
        lint-short-path-literals lint-url-literals log-lines max-build-log-size max-call-depth max-free max-jobs max-silent-time
        max-substitution-jobs min-free min-free-check-interval nar-buffer-size narinfo-cache-meta-ttl narinfo-cache-negative-ttl
        narinfo-cache-positive-ttl netrc-file post-build-hook pre-build-hook sandbox-build-dir sandbox-dev-shm-size
        ssl-cert-file stalled-download-timeout start-id store substitution-max-jobs system tarball-ttl timeout
        upgrade-nix-store-path-url user-agent-suffix warn-large-path-threshold
        """;

    private final Map<String, Kind> kinds = new HashMap<>();

    ReferenceSettings() {
        put(FLAGS, Kind.FLAG);
        put(LISTS, Kind.LIST);
        put(VALUES, Kind.VALUE);
    }

    private void put(String names, Kind kind) {
        for (String name : names.strip().split("\\s+")) {
            kinds.put(name, kind);
        }
    }

    /** Null when there is no setting of this name; {@code extra-} before the name of a list is one too. */
    @Nullable
    Kind kind(String name) {
        Kind kind = kinds.get(name);
        if (kind == null && name.startsWith(Settings.EXTRA)) {
            Kind base = kinds.get(name.substring(Settings.EXTRA.length()));
            return base == Kind.LIST ? base : null;
        }
        return kind;
    }

    List<String> near(String name) {
        return Suggestions.near(name, List.copyOf(kinds.keySet()));
    }
}
