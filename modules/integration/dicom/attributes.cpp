#include "integration/dicom/attributes.h"

#include <QRegularExpression>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cmath>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Joins the captured parts until the first that is empty.
QString joined(const QRegularExpressionMatch &match, QChar separator)
{
    QString result = match.captured(1);
    for (int part = 2; part <= 3 && !match.captured(part).isEmpty(); ++part)
        result += separator + match.captured(part);
    return result;
}

} // namespace

QString code(DcmItem &item, const DcmTagKey &tag, unsigned long index)
{
    OFString value;
    if (item.findAndGetOFString(tag, value, index).bad())
        return {};
    return QString::fromLatin1(value.c_str()).trimmed();
}

std::optional<int> integer(DcmItem &item, const DcmTagKey &tag)
{
    const auto value = number(item, tag);
    if (!value || std::abs(*value) > 2e9)
        return std::nullopt;
    return static_cast<int>(*value);
}

std::vector<double> numbers(DcmItem &item, const DcmTagKey &tag)
{
    std::vector<double> values;
    Float64 value = 0;
    DcmElement *element = nullptr;
    if (item.findAndGetElement(tag, element).bad())
        return values;

    for (unsigned long i = 0; i < element->getVM(); ++i) {
        OFString text;
        // Text is the one form that decimal strings, integers and floats all offer.
        if (element->getOFString(text, i).bad() || text.empty())
            break;
        OFBool isNumber = OFFalse;
        value = OFStandard::atof(text.c_str(), &isNumber);
        if (!isNumber || !std::isfinite(value))
            break;
        values.push_back(value);
    }
    return values;
}

std::optional<double> number(DcmItem &item, const DcmTagKey &tag)
{
    const auto values = numbers(item, tag);
    return values.empty() ? std::nullopt : std::optional(values.front());
}

DcmItem *sequenceItem(DcmItem &item, const DcmTagKey &sequence, int index)
{
    DcmItem *found = nullptr;
    return item.findAndGetSequenceItem(sequence, found, index).good() ? found : nullptr;
}

QString isoDate(const QString &da)
{
    static const QRegularExpression shape(uR"(^(\d{4})\.?(0[1-9]|1[0-2])?\.?(0[1-9]|[12]\d|3[01])?$)"_s);
    return joined(shape.match(da), u'-');
}

QString isoTime(const QString &tm)
{
    static const QRegularExpression shape(uR"(^([01]\d|2[0-3]):?([0-5]\d)?:?([0-5]\d|60)?(?:\.\d*)?$)"_s);
    return joined(shape.match(tm), u':');
}

} // namespace simiao::dicom
