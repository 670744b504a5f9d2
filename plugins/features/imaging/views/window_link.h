#pragma once

#include "imaging/views/image_cells.h"

namespace simiao::viewer {

/// Gives the window of the active viewport to the others of the same modality. \thread GUI
class WindowLink : public QObject
{
    Q_OBJECT

public:
    explicit WindowLink(ImageCells *cells);

    bool isOn() const { return m_isOn; }
    void setOn(bool isOn);

private:
    void follow();

    ImageCells *m_cells;
    bool m_isOn = false;
    bool m_isGiving = false;
};

} // namespace simiao::viewer
