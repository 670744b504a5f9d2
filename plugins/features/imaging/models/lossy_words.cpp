#include "imaging/models/lossy_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Overlay)
};

struct Method
{
    const char *code;
    const char *name;
};

/// Lossy Image Compression Method, PS3.3 C.7.6.1.1.5.1.
constexpr std::array<Method, 7> kMethods{{
    {"ISO_10918_1", "JPEG"},
    {"ISO_14495_1", "JPEG-LS"},
    {"ISO_15444_1", "JPEG 2000"},
    {"ISO_15444_15", "HTJ2K"},
    {"ISO_13818_2", "MPEG-2"},
    {"ISO_14496_10", "H.264"},
    {"ISO_23008_2", "H.265"},
}};

/// One of a device of its own stays as it is.
QString methodName(const QString &code)
{
    const auto found = std::ranges::find_if(
        kMethods, [&code](const Method &method) { return code == QLatin1String(method.code); });
    return found == kMethods.end() ? code : QString::fromLatin1(found->name);
}

QString ratioText(double ratio)
{
    constexpr double kWhole = 100;
    const double tenths = std::round(ratio * 10) / 10;
    const int decimals = ratio >= kWhole || tenths == std::round(tenths) ? 0 : 1;
    return QStringLiteral("%1:1").arg(ratio, 0, 'f', decimals);
}

} // namespace

QString lossyText(const imaging::LossyCompression &lossy)
{
    QStringList ratios;
    for (const double ratio : lossy.ratios)
        ratios.append(ratioText(ratio));
    QStringList methods;
    for (const auto &method : lossy.methods)
        methods.append(methodName(method));
    methods.removeDuplicates();
    const auto text = ratios.isEmpty()
        ? Words::tr("LOSSY, ratio not stated")
        : Words::tr("LOSSY %1", "ratio").arg(ratios.join(Words::tr(", ", "between words of a corner")));
    return methods.isEmpty() ? text
                             : Words::tr("%1 (%2)", "loss, methods")
                                   .arg(text, methods.join(Words::tr(", ", "between words of a corner")));
}

} // namespace simiao::viewer
