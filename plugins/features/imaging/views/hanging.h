#pragma once

#include "imaging/models/layout_memory.h"
#include "imaging/models/viewer_data.h"
#include "imaging/views/series_placer.h"

#include <QAction>

class QMenu;

namespace simiao::viewer {

class LinkCommands;
class ViewportScreens;

/// Lays studies out by a protocol: the latest by itself when they are opened, or the one that is looked at by what is chosen
/// from the list. Marks what is of an earlier study. \thread GUI
class Hanging : public QObject
{
    Q_OBJECT

public:
    /// \param data  never null
    Hanging(std::shared_ptr<const ViewerData> data,
            ImageCells *cells,
            SeriesPlacer *placer,
            LinkCommands *links);

    /// Opens the list of protocols.
    QAction *menu() const { return m_menu; }
    void retranslate();

    /// Where viewports can stand besides the panel. \param screens  not owned
    void setScreens(ViewportScreens *screens) { m_screens = screens; }
    /// What the person chose before.
    void setMemory(const LayoutMemory &memory) { m_memory = memory; }
    const LayoutMemory &memory() const { return m_memory; }
    /// The layout was chosen by hand: it holds for the modality that is shown.
    void remember();

    /// The patient's studies were opened: the best protocol is applied of those that the panel is wide enough for.
    /// \param width  of the panel, px: the viewports may be hidden yet, and of no size
    void hangFirst(int width);
    /// The panel became wider or narrower: another protocol may be the best. Nothing happens where somebody has changed what was hung.
    void hangAgain(int width);
    /// To the study that is looked at.
    void apply(const HangingProtocol &protocol);
    /// Which protocol holds, and why it; empty when none does.
    QString whyText() const { return m_why; }

Q_SIGNALS:
    /// memory() changed.
    void remembered();

private:
    QString lookedAt() const;
    std::vector<HungStudy> studiesFor(const HangingProtocol &protocol, const QString &lookedAt) const;
    enum class Wish { ByItself, Chosen };
    int screens(Wish wish) const;
    void hang(const HangingProtocol &protocol, const std::vector<HungStudy> &studies, Wish wish);
    QStringList laidOut() const;
    QString markOf(const workflow::ImageSeries &series) const;
    void place(const HangingProtocol &protocol, const std::vector<HungStudy> &studies);
    void leaveEmpty(int cell, const SeriesRule &rule);
    void choosePreset(int cell, const QString &id);
    void markPriors();
    void fillList();
    void addReason(const QString &words);

    std::shared_ptr<const ViewerData> m_data;
    ImageCells *m_cells;
    SeriesPlacer *m_placer;
    LinkCommands *m_links;
    ViewportScreens *m_screens = nullptr; ///< null: viewports stand in the panel alone
    LayoutMemory m_memory;
    QMenu *m_list;
    QAction *m_menu;
    QString m_why;
    QString m_applied;      ///< id
    QStringList m_byItself; ///< laidOut() when it was hung; empty: not by itself
};

} // namespace simiao::viewer
