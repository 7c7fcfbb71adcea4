#ifndef VIGIE_CCURL_H
#define VIGIE_CCURL_H

#include <curl/curl.h>
#include <string.h>

/* Options and answers of libcurl go through variadic functions, which Swift cannot call: one function for the one
   request Vigie makes. */

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
    CURL *handle, const char *url, struct curl_slist *headers, const char *body, size_t size, long milliseconds,
    struct ccurl_text *text, char *problem, long *status, curl_off_t *retry_after) {
    curl_easy_reset(handle);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_URL, url);
#if LIBCURL_VERSION_NUM >= 0x075500
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "vigie");
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)size);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, ccurl_keep);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, text);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, problem);
    CURLcode code = curl_easy_perform(handle);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, NULL);
    if (code == CURLE_OK) {
        curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, status);
        curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, retry_after);
    }
    return code;
}

/* curl_global_init(3) wants a constant that is a macro with a cast. */
static inline CURLcode ccurl_start(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

#endif
