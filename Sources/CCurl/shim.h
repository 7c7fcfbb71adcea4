#ifndef VIGIE_CCURL_H
#define VIGIE_CCURL_H

#include <curl/curl.h>
#include <dlfcn.h>
#include <string.h>

/* libcurl is loaded by the one process that sends, not linked: with the forty libraries it brings it would make every
   start of the program a quarter longer, and bring TLS into the process that reads strangers' files. Types and
   constants are those of its header. Options and answers go through variadic functions, which Swift cannot call: one
   function for the one request Vigie makes. */

struct ccurl_library {
    __typeof__(&curl_global_init) global_init;
    __typeof__(&curl_easy_init) easy_init;
    __typeof__(&curl_easy_cleanup) easy_cleanup;
    __typeof__(&curl_easy_reset) easy_reset;
    CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
    CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
    __typeof__(&curl_easy_perform) easy_perform;
    __typeof__(&curl_easy_strerror) easy_strerror;
    __typeof__(&curl_slist_append) slist_append;
    __typeof__(&curl_slist_free_all) slist_free_all;
};

/* Loads the library; 0 where it, or a function of it, is missing. */
static inline int ccurl_load(struct ccurl_library *curl) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
    curl->global_init = (__typeof__(curl->global_init))dlsym(library, "curl_global_init");
    curl->easy_init = (__typeof__(curl->easy_init))dlsym(library, "curl_easy_init");
    curl->easy_cleanup = (__typeof__(curl->easy_cleanup))dlsym(library, "curl_easy_cleanup");
    curl->easy_reset = (__typeof__(curl->easy_reset))dlsym(library, "curl_easy_reset");
    curl->easy_setopt = (__typeof__(curl->easy_setopt))dlsym(library, "curl_easy_setopt");
    curl->easy_getinfo = (__typeof__(curl->easy_getinfo))dlsym(library, "curl_easy_getinfo");
    curl->easy_perform = (__typeof__(curl->easy_perform))dlsym(library, "curl_easy_perform");
    curl->easy_strerror = (__typeof__(curl->easy_strerror))dlsym(library, "curl_easy_strerror");
    curl->slist_append = (__typeof__(curl->slist_append))dlsym(library, "curl_slist_append");
    curl->slist_free_all = (__typeof__(curl->slist_free_all))dlsym(library, "curl_slist_free_all");
    return curl->global_init && curl->easy_init && curl->easy_cleanup && curl->easy_reset && curl->easy_setopt
        && curl->easy_getinfo && curl->easy_perform && curl->easy_strerror && curl->slist_append
        && curl->slist_free_all && curl->global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

static inline CURL *ccurl_open(const struct ccurl_library *curl) { return curl->easy_init(); }

static inline void ccurl_close(const struct ccurl_library *curl, CURL *handle) { curl->easy_cleanup(handle); }

/* A list with one more line; the same list where there is no memory for it. */
static inline struct curl_slist *ccurl_add(
    const struct ccurl_library *curl, struct curl_slist *list, const char *line) {
    struct curl_slist *longer = curl->slist_append(list, line);
    return longer ? longer : list;
}

static inline void ccurl_free(const struct ccurl_library *curl, struct curl_slist *list) {
    curl->slist_free_all(list);
}

static inline const char *ccurl_words(const struct ccurl_library *curl, CURLcode code) {
    return curl->easy_strerror(code);
}

/* What a server said, as much of it as there is room for. */
struct ccurl_text {
    char *bytes;
    size_t count;
    size_t capacity;
};

static inline size_t ccurl_keep(char *data, size_t size, size_t number, void *user) {
    struct ccurl_text *text = (struct ccurl_text *)user;
    size_t room = text->capacity - text->count;
    size_t taken = size * number < room ? size * number : room;
    memcpy(text->bytes + text->count, data, taken);
    text->count += taken;
    return size * number;
}

/* Sends a POST and waits for the answer. Redirections are answers: a body is not sent where nobody asked for it.
   `problem` has CURL_ERROR_SIZE bytes. Names are resolved without signals. */
static inline CURLcode ccurl_post(
    const struct ccurl_library *curl, CURL *handle, const char *url, struct curl_slist *headers, const char *body,
    size_t size, long milliseconds, struct ccurl_text *text, char *problem, long *status, curl_off_t *retry_after) {
    curl->easy_reset(handle);
    curl->easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl->easy_setopt(handle, CURLOPT_URL, url);
#if LIBCURL_VERSION_NUM >= 0x075500
    curl->easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    curl->easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
    curl->easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl->easy_setopt(handle, CURLOPT_USERAGENT, "vigie");
    curl->easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
    curl->easy_setopt(handle, CURLOPT_POST, 1L);
    curl->easy_setopt(handle, CURLOPT_POSTFIELDS, body);
    curl->easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)size);
    curl->easy_setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds);
    curl->easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds);
    curl->easy_setopt(handle, CURLOPT_WRITEFUNCTION, ccurl_keep);
    curl->easy_setopt(handle, CURLOPT_WRITEDATA, text);
    curl->easy_setopt(handle, CURLOPT_ERRORBUFFER, problem);
    CURLcode code = curl->easy_perform(handle);
    curl->easy_setopt(handle, CURLOPT_ERRORBUFFER, NULL);
    if (code == CURLE_OK) {
        curl->easy_getinfo(handle, CURLINFO_RESPONSE_CODE, status);
        curl->easy_getinfo(handle, CURLINFO_RETRY_AFTER, retry_after);
    }
    return code;
}

#endif
