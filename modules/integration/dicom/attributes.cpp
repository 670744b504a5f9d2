#include "integration/dicom/attributes.h"

#include <QRegularExpression>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>
#include <ranges>
#include <string>
#include <string_view>

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

/// What separates several values of a text.
constexpr char kSeparator = '\\';

/// All values of an element that holds a text, as they stand there; nothing where it holds something else.
std::optional<std::string_view> textOf(DcmElement &element)
{
    char *text = nullptr;
    Uint32 length = 0;
    if (element.getString(text, length).bad())
        return std::nullopt;
    return text != nullptr ? std::string_view(text, length) : std::string_view();
}

std::optional<double> finite(const char *text)
{
    OFBool isNumber = OFFalse;
    const double value = OFStandard::atof(text, &isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// Goes over the text once: the toolkit looks for each value from the first one on.
std::vector<double> numbersIn(std::string_view words, std::size_t most)
{
    std::vector<double> values;
    for (const auto word : std::views::split(words, kSeparator) | std::views::take(most)) {
        const auto value = finite(std::string(word.begin(), word.end()).c_str());
        if (!value)
            break;
        values.push_back(*value);
    }
    return values;
}

/// Of words and floats, which have their places; text is the one form that all offer.
std::vector<double> numbersOf(DcmElement &element, std::size_t most)
{
    std::vector<double> values;
    const auto count = std::min<std::size_t>(element.getVM(), most);
    for (unsigned long i = 0; i < count; ++i) {
        OFString text;
        const auto value =
            element.getOFString(text, i).good() && !text.empty() ? finite(text.c_str()) : std::nullopt;
        if (!value)
            break;
        values.push_back(*value);
    }
    return values;
}

} // namespace

QString code(DcmItem &item, const DcmTagKey &tag, unsigned long index)
{
    OFString value;
    if (item.findAndGetOFString(tag, value, index).bad())
        return {};
    return QString::fromLatin1(value.c_str()).trimmed();
}

QStringList codes(DcmItem &item, const DcmTagKey &tag)
{
    DcmElement *element = nullptr;
    if (item.findAndGetElement(tag, element).bad())
        return {};
    const auto words = textOf(*element);
    if (!words || words->empty())
        return {};
    QStringList values;
    for (const auto word : std::views::split(*words, kSeparator))
        values.append(QString::fromLatin1(std::string(word.begin(), word.end()).c_str()).trimmed());
    return values;
}

std::optional<int> integer(DcmItem &item, const DcmTagKey &tag)
{
    const auto value = number(item, tag);
    if (!value || std::abs(*value) > 2e9)
        return std::nullopt;
    return static_cast<int>(*value);
}

std::vector<double> numbers(DcmItem &item, const DcmTagKey &tag, std::size_t most)
{
    DcmElement *element = nullptr;
    if (item.findAndGetElement(tag, element).bad())
        return {};
    const auto words = textOf(*element);
    return words ? numbersIn(*words, most) : numbersOf(*element, most);
}

std::optional<double> number(DcmItem &item, const DcmTagKey &tag)
{
    const auto values = numbers(item, tag, 1);
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
