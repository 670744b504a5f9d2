#include "imaging/models/window_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace simiao::viewer {

namespace {

const char *englishName(std::string_view id)
{
    if (id == "lung")
        return QT_TRANSLATE_NOOP("simiao::viewer::Window", "Lung");
    if (id == "mediastinum")
        return QT_TRANSLATE_NOOP("simiao::viewer::Window", "Mediastinum");
    if (id == "bone")
        return QT_TRANSLATE_NOOP("simiao::viewer::Window", "Bone");
    if (id == "brain")
        return QT_TRANSLATE_NOOP("simiao::viewer::Window", "Brain");
    return id == "abdomen" ? QT_TRANSLATE_NOOP("simiao::viewer::Window", "Abdomen") : id.data();
}

QString numberText(double value, bool isCoarse)
{
    return isCoarse ? QString::number(std::llround(value)) : QString::number(value, 'g', 3);
}

} // namespace

QString presetName(const imaging::WindowPreset &preset)
{
    return QCoreApplication::translate("simiao::viewer::Window", englishName(preset.id));
}

QString windowText(const imaging::VoiWindow &window)
{
    constexpr double kCoarse = 20;
    const bool isCoarse = window.width >= kCoarse;
    return QStringLiteral("W %1 L %2")
        .arg(numberText(window.width, isCoarse), numberText(window.center, isCoarse));
}

QString matchingPreset(const imaging::VoiWindow &window)
{
    const auto preset = std::ranges::find_if(imaging::kCtPresets, [&window](const auto &candidate) {
        return candidate.center == window.center && candidate.width == window.width;
    });
    return preset == imaging::kCtPresets.end() ? QString() : presetName(*preset);
}

} // namespace simiao::viewer
