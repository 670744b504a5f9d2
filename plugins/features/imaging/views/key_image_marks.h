#pragma once

#include "imaging/models/known_objects.h"
#include "imaging/views/image_cells.h"

#include <QAction>

namespace simiao::viewer {

/// Tells each viewport which of its slices are key images, and goes from one to the next. The object name of an action is its
/// command id. \thread GUI
class KeyImageMarks : public QObject
{
    Q_OBJECT

public:
    /// \param cells, known  not owned
    KeyImageMarks(ImageCells *cells, const KnownObjects *known, QObject *parent = nullptr);

    /// The previous and the next key image of the series that is worked with.
    QList<QAction *> all() const { return {m_previous, m_next}; }
    void retranslate();

private:
    void prepare(const ImageCell &cell);
    void mark(const ImageCell &cell);
    void step(bool isForward);
    void follow();

    ImageCells *m_cells;
    const KnownObjects *m_known;
    std::map<const ImageStack *, QString> m_marked; ///< series, and how much of it, that each was told about
    QAction *m_previous;
    QAction *m_next;
};

} // namespace simiao::viewer
