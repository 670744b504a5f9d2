#include "integration/dicomweb/archive_error.h"

#include <QMap>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;

Error archiveError(Error error)
{
    static const QMap<QString, QString> codes{
        {u"http.unreachable"_s, u"archive.unreachable"_s},
        {u"http.silent"_s, u"archive.silent"_s},
        {u"http.cut"_s, u"archive.cut"_s},
        {u"http.busy"_s, u"archive.busy"_s},
        {u"http.server"_s, u"archive.failed"_s},
        {u"http.refused"_s, u"archive.refused"_s},
        {u"http.certificate"_s, u"archive.certificate"_s},
        {u"http.tls"_s, u"archive.certificate"_s},
        {u"http.answer"_s, u"archive.answer"_s},
        {u"http.too-large"_s, u"archive.answer"_s},
        {u"http.redirected"_s, u"archive.answer"_s},
        {u"http.not-found"_s, u"archive.missing"_s},
        {u"http.request"_s, u"archive.not-understood"_s},
        {u"http.conflict"_s, u"archive.not-understood"_s},
    };
    error.code = codes.value(error.code, error.code);
    return error;
}

} // namespace simiao::dicomweb
