/* The backlog as a bare loop: open, read, parse by SAX2 with empty callbacks, rename. No hash, no journal, no sync.
 * usage: peer_loop INBOX PROCESSED */
#include <dirent.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static long elements;

static void start(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int nb_namespaces,
                  const xmlChar **namespaces, int nb_attributes, int nb_defaulted, const xmlChar **attributes) {
    elements++;
}

int main(int argc, char **argv) {
    mkdir(argv[2], 0755);
    DIR *folder = opendir(argv[1]);
    struct dirent *entry;
    char from[4096], to[4096];
    char *buffer = malloc(64 << 20);
    long files = 0;
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] == '.') continue;
        snprintf(from, sizeof from, "%s/%s", argv[1], entry->d_name);
        snprintf(to, sizeof to, "%s/%s", argv[2], entry->d_name);
        int file = open(from, O_RDONLY);
        ssize_t count = read(file, buffer, 64 << 20);
        close(file);
        xmlParserCtxtPtr context = xmlNewParserCtxt();
        memset(context->sax, 0, sizeof *context->sax);
        context->sax->initialized = XML_SAX2_MAGIC;
        context->sax->startElementNs = start;
        xmlCtxtReadMemory(context, buffer, (int)count, NULL, NULL, XML_PARSE_NONET);
        xmlFreeParserCtxt(context);
        rename(from, to);
        files++;
    }
    printf("%ld files, %ld elements\n", files, elements);
    return 0;
}
