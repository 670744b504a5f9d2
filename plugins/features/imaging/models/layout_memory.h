#pragma once

#include "imaging/models/grid_size.h"

#include <QMap>

namespace simiao::viewer {

/// The layout that somebody chose last for each modality. Kept as one text: "CT=2x2;MR=1x2".
class LayoutMemory
{
public:
    /// What cannot be read does not count.
    static LayoutMemory fromText(const QString &text);
    QString toText() const;

    std::optional<GridSize> of(const QString &modality) const;
    /// \returns false where it is so already
    bool remember(const QString &modality, const GridSize &size);

private:
    QMap<QString, GridSize> m_sizes;
};

} // namespace simiao::viewer
