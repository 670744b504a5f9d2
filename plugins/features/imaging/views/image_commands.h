#pragma once

#include <QAction>
#include <QObject>

#include <memory>

namespace simiao::viewer {

class ActiveView;
struct ViewerData;
struct ViewerPreset;

/// What leafs, chooses the series and the window in the active viewport, as actions: the object name is the stable command id.
class ImageCommands : public QObject
{
    Q_OBJECT

public:
    /// \param data  never null
    ImageCommands(ActiveView *view, std::shared_ptr<const ViewerData> data, QObject *parent = nullptr);

    QAction *attach() const { return m_attach; }
    /// Windows of the modality, then further ones of the image itself.
    QList<QAction *> presets() const { return m_presets + m_stated + QList{m_nextStated}; }
    /// Default window, invert, fit, reset.
    const QList<QAction *> &display() const { return m_display; }
    QAction *previousSeries() const { return m_previousSeries; }
    QAction *nextSeries() const { return m_nextSeries; }

    /// Those that work wherever the focus is in the panel, and are worth a line in the command palette.
    QList<QAction *> panelWide() const;

    /// Keys of the viewports.
    const QList<QAction *> &leafing() const { return m_leafing; }

    /// Texts in the current language.
    void retranslate();

private:
    void makePresets();
    void makeStated();
    void makeDisplay();
    void makeLeafing();
    void useAutomaticWindow();
    void follow();

    void followPresets();
    void followStated(qsizetype presets);
    void usePreset(const ViewerPreset &preset);

    ActiveView *m_view;
    std::shared_ptr<const ViewerData> m_data;
    QList<QAction *> m_presets; ///< in the order of the data
    QList<QAction *> m_stated;  ///< of the image, from its second on
    QAction *m_nextStated = nullptr;
    QList<QAction *> m_display;
    QList<QAction *> m_leafing;
    QAction *m_attach;
    QAction *m_previousSeries;
    QAction *m_nextSeries;
};

} // namespace simiao::viewer
