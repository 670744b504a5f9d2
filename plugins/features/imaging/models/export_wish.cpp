#include "imaging/models/export_wish.h"

#include <QStringList>

#include <array>

namespace simiao::viewer {

std::optional<workflow::PictureArea> areaFrom(const QString &text)
{
    const auto parts = QString(text).replace(QChar(0xFF0C), QLatin1Char(',')).split(QLatin1Char(','));
    std::array<int, 4> numbers{};
    if (parts.size() != qsizetype(numbers.size()))
        return std::nullopt;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        bool isNumber = false;
        numbers[i] = parts[qsizetype(i)].trimmed().toInt(&isNumber);
        if (!isNumber || numbers[i] < 0)
            return std::nullopt;
    }
    if (numbers[2] == 0 || numbers[3] == 0)
        return std::nullopt;
    return workflow::PictureArea{numbers[0], numbers[1], numbers[2], numbers[3]};
}

} // namespace simiao::viewer
