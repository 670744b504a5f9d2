#include "imaging/models/pet_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Overlay)
};

/// Never with an exponent: cut short, it is another number.
QString scaleEnd(double highest)
{
    constexpr double kWhole = 100; // from here on decimals mean nothing
    return highest >= kWhole ? QLocale().toString(highest, 'f', 0) : QString::number(highest, 'g', 3);
}

} // namespace

QString attenuationText(const std::optional<imaging::PetFacts> &pet)
{
    if (!pet || pet->correctedImage.contains(QLatin1String("ATTN")))
        return {};
    return pet->correctedImage.isEmpty() ? Words::tr("ATTENUATION CORRECTION NOT STATED")
                                         : Words::tr("NOT CORRECTED FOR ATTENUATION");
}

QString petScaleText(const QString &which, double highest, const QString &unit)
{
    return Words::tr("%1: 0 to %2", "a PET, its colour scale").arg(which, petEndText(highest, unit));
}

QString suvScaleText(const QString &which, double highest)
{
    return Words::tr("%1: SUV 0 to %2", "a PET, its colour scale").arg(which).arg(highest, 0, 'f', 0);
}

QString petEndText(double highest, const QString &unit)
{
    return unit.isEmpty() ? scaleEnd(highest) : scaleEnd(highest) + QChar(QChar::Nbsp) + unit;
}

QString suvEndText(double highest)
{
    return QStringLiteral("SUV") + QChar(QChar::Nbsp) + QString::number(highest, 'f', 0);
}

QString petName(std::size_t number, std::size_t count)
{
    return count > 1 ? QStringLiteral("PET %1/%2").arg(number).arg(count) : QStringLiteral("PET");
}

} // namespace simiao::viewer
