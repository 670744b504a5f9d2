#pragma once

#include "imaging/models/screen_memory.h"
#include "imaging/models/screen_plan.h"
#include "imaging/views/viewport_window.h"
#include "sdk/visit.h"
#include "workflow/ports/image_source.h"

#include <QAction>
#include <QPointer>

#include <functional>

class QMenu;
class QScreen;

namespace simiao::viewer {

class ImageCells;

/// Viewports that stand on screens of their own: one command moves the active one there, or back. They are seen as long as the page
/// of their visit is: never beside another patient's, nor while the session is locked, and where a screen goes the viewport is back
/// in the panel. \thread GUI
class ViewportScreens : public QObject
{
    Q_OBJECT

public:
    /// What is to be said of whose the images of a series are; nothing where they are this patient's.
    using Identity = std::function<std::optional<ui::Notice>(const workflow::ImageSeries &series)>;

    /// \param visit, cells, panel, page  not owned. \param page  is seen while the visit is the one on the screen
    ViewportScreens(sdk::Visit *visit, ImageCells *cells, Identity identity, QWidget *panel, QWidget *page);
    ~ViewportScreens() override;

    /// Moves the active viewport to the other screen, or back; lists the screens where there are several.
    QAction *action() const { return m_action; }
    /// The screens that a viewport could be put on: all but the panel's.
    QList<QScreen *> choices() const;
    /// Null: it stands in the panel.
    ViewportWindow *window(int index) const;
    void moveOut(QScreen *screen);
    void bringBack(int index);

    /// choices(), the one that was chosen for these screens before first, then from left to right.
    QList<QScreen *> inOrder() const;
    /// Somebody chose one of choices() before. On others nothing opens by itself: who sits there is not known.
    bool isKnown() const;
    /// Puts viewports out as a protocol says, and brings back what one put out before. What somebody moved by hand stays.
    /// \param isChosen  somebody wants it now, so that it may come by itself from now on
    void hang(const std::vector<ScreenPlace> &places, bool isChosen);
    /// Cells that stand on other screens.
    QList<int> away() const;
    void setMemory(ScreenMemory memory) { m_memory = std::move(memory); }
    const ScreenMemory &memory() const { return m_memory; }
    void retranslate();

Q_SIGNALS:
    void failed(const simiao::Error &error);
    /// A screen was chosen for these screens.
    void remembered();
    /// A viewport went, or came back.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Away
    {
        int index;
        QPointer<ViewportWindow> window;
        bool isHung = false; ///< by a protocol
    };

    void run();
    void popUp();
    ViewportWindow *take(int index, const QScreen *screen, bool isHung);
    void showPatient();
    void follow();
    void followPage();
    void followGrid();
    void loseScreen(const QScreen *screen);
    void rememberScreen(const QScreen *screen);
    QWidget *placeholder(int index, const QString &screen);

    sdk::Visit *m_visit;
    ImageCells *m_cells;
    Identity m_identity;
    QWidget *m_panel;
    QWidget *m_page;
    QMenu *m_list;
    QAction *m_action;
    ScreenMemory m_memory;
    std::vector<Away> m_away;
};

/// As the system calls it, with what the screen says of itself: "DP-1 (DELL U2720Q)".
QString nameOf(const QScreen *screen);

} // namespace simiao::viewer
