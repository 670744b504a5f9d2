#include "integration/dimse/query_encoding.h"

#include <QStringEncoder>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <utility>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

Error unusable(const QString &detail)
{
    return {.kind = ErrorKind::Invalid, .code = u"archive.character-set"_s, .detail = detail};
}

/// Defined terms (PS3.3 C.12.1.1.2) that hold all that is written in China, and Latin-1 for peers that know no better.
QByteArray codecOf(const QString &term)
{
    if (term == u"ISO_IR 192")
        return "UTF-8";
    if (term == u"GB18030" || term == u"GBK")
        return "GB18030";
    if (term == u"ISO_IR 100")
        return "ISO-8859-1";
    return {};
}

} // namespace

QueryEncoding::QueryEncoding(QString term, QByteArray codec)
    : m_term(std::move(term))
    , m_codec(std::move(codec))
{
}

Result<QueryEncoding> QueryEncoding::create(const QString &characterSet)
{
    auto codec = codecOf(characterSet);
    if (codec.isEmpty() || !QStringEncoder(codec.constData()).isValid())
        return unusable(characterSet);
    return QueryEncoding(characterSet, std::move(codec));
}

Result<void> QueryEncoding::put(DcmItem &dataset, const DcmTagKey &tag, const QString &text) const
{
    QStringEncoder encoder(m_codec.constData(), QStringConverter::Flag::Stateless);
    const QByteArray bytes = encoder(text);
    if (encoder.hasError())
        return unusable(u"%1 has no such character"_s.arg(m_term));
    dataset.putAndInsertString(tag, bytes.constData(), static_cast<Uint32>(bytes.size()));
    return ok();
}

} // namespace simiao::dimse
