#include "tour/tour_options.h"

#include "core/try.h"
#include "tour/tour.h"

#include <QCommandLineParser>

namespace simiao::tour {

namespace {

using namespace Qt::StringLiterals;

Error usage(const QString &detail)
{
    return {ErrorKind::Invalid, u"tour.usage"_s, detail};
}

QCommandLineOption taking(const QString &name, const QString &value)
{
    return QCommandLineOption(name, {}, value);
}

Result<std::optional<QSize>> sizeOption(const QString &value)
{
    if (value.isEmpty())
        return std::optional<QSize>();
    TRY(const auto size, parseSize(value));
    return std::optional(size);
}

Result<int> patienceOption(const QString &value)
{
    constexpr int kMost = 60;
    if (value.isEmpty())
        return 1;
    bool isNumber = false;
    const int times = value.toInt(&isNumber);
    if (!isNumber || times < 1 || times > kMost)
        return usage(value);
    return times;
}

} // namespace

Result<TourOptions> parseTourOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({taking(u"tour"_s, u"FILE"_s), taking(u"language"_s, u"LOCALE"_s),
                       taking(u"size"_s, u"WxH"_s), taking(u"output"_s, u"DIR"_s),
                       taking(u"profile"_s, u"DIR"_s), taking(u"patience"_s, u"TIMES"_s),
                       QCommandLineOption(u"visible"_s)});
    if (!parser.parse(QStringList(u"simiao"_s) + arguments))
        return usage(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return usage(parser.positionalArguments().constFirst());
    TourOptions options;
    options.file = parser.value(u"tour"_s);
    if (parser.isSet(u"language"_s))
        options.language = parser.value(u"language"_s);
    TRY(options.size, sizeOption(parser.value(u"size"_s)));
    options.output = parser.value(u"output"_s);
    options.profile = parser.value(u"profile"_s);
    options.isVisible = parser.isSet(u"visible"_s);
    TRY(options.patience, patienceOption(parser.value(u"patience"_s)));
    return options;
}

} // namespace simiao::tour
