#include "integration/dicom/text.h"

#include <QStringDecoder>
#include <QStringList>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcspchrs.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <optional>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Where a switched character set falls back to the first one (PS3.5 6.1.2.5.3, 6.2.1).
constexpr auto kDelimiters = "\\^=\r\n\f\t";

bool isAscii(const QByteArray &bytes)
{
    return std::ranges::all_of(bytes,
                               [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\x1b'; });
}

std::optional<QString> fromUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

std::optional<QString> converted(DcmSpecificCharacterSet &converter, const QByteArray &bytes)
{
    OFString utf8;
    const auto length = static_cast<std::size_t>(bytes.size());
    if (converter.convertString(bytes.constData(), length, utf8, kDelimiters).bad())
        return std::nullopt;
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::optional<QString> fromGb18030(const QByteArray &bytes)
{
    DcmSpecificCharacterSet converter;
    if (converter.selectCharacterSet("GB18030").bad())
        return std::nullopt;
    return converted(converter, bytes);
}

QByteArray rawValue(DcmItem &dataset, const DcmTagKey &tag)
{
    // The joined value: the toolkit would split at 0x5C, which may be half of a GB18030 character.
    const char *value = nullptr;
    Uint32 length = 0;
    if (dataset.findAndGetString(tag, value, length).bad() || value == nullptr)
        return {};
    return {value, static_cast<qsizetype>(length)};
}

QString withoutPadding(const QString &text)
{
    qsizetype end = text.size();
    while (end > 0 && (text[end - 1].isSpace() || text[end - 1].isNull()))
        --end;
    return text.first(end);
}

bool isIdeographic(const QString &group)
{
    return std::ranges::any_of(group, [](QChar c) { return c.unicode() >= 0x2E80; });
}

} // namespace

DatasetText::DatasetText(DcmItem &dataset)
    : m_dataset(dataset)
{
    if (!dataset.tagExistsWithValue(DCM_SpecificCharacterSet))
        return;
    auto converter = std::make_unique<DcmSpecificCharacterSet>();
    if (converter->selectCharacterSet(dataset).good())
        m_converter = std::move(converter);
}

DatasetText::~DatasetText() = default;

QString DatasetText::at(const DcmTagKey &tag) const
{
    return of(m_dataset, tag);
}

QString DatasetText::of(DcmItem &item, const DcmTagKey &tag) const
{
    return withoutPadding(decoded(rawValue(item, tag)));
}

QString DatasetText::decoded(const QByteArray &bytes) const
{
    if (isAscii(bytes))
        return QString::fromLatin1(bytes);

    auto text = m_converter ? converted(*m_converter, bytes) : std::nullopt;
    if (!text)
        text = fromUtf8(bytes);
    if (!text)
        text = fromGb18030(bytes);
    return text.value_or(QString::fromLatin1(bytes));
}

QString personName(const QString &pn)
{
    const auto groups = pn.split(u'=');
    const bool hasIdeographic = groups.size() > 1 && !groups[1].isEmpty();
    const QString &chosen = hasIdeographic ? groups[1] : groups[0];
    const QString separator = isIdeographic(chosen) ? QString() : u" "_s;
    return chosen.split(u'^', Qt::SkipEmptyParts).join(separator).trimmed();
}

} // namespace simiao::dicom
