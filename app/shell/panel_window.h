#pragma once

#include "sdk/profile_kind.h"
#include "shell/screen_set.h"
#include "ui/widgets/patient_banner.h"

#include <QWidget>

#include <vector>

class QSplitter;
class QStackedLayout;

namespace simiao::sdk {
class Visit;
} // namespace simiao::sdk

namespace simiao::ui {
class LinkButton;
class PanelHeader;
} // namespace simiao::ui

namespace simiao::shell {

class NoticeText;
class PanelPlace;
class ProfileBand;

/// A window on another screen for panels of the visit that is open: who the patient is at the top, in her colour, and below
/// only what belongs to her. The keys of the main window work in it. The one for the patient's eyes has her name and no more.
class PanelWindow : public QWidget
{
    Q_OBJECT

public:
    /// \param home  the window belongs to it and goes with it
    PanelWindow(ScreenRole role, sdk::ProfileKind kind, QWidget *home);

    ScreenRole role() const { return m_role; }
    /// The panel leaves its place and stands here, unseen until its visit is shown.
    void take(PanelPlace *place);
    /// The panel goes back to its place.
    void giveBack(PanelPlace *place);
    /// The place goes: its panel is deleted.
    void drop(PanelPlace *place);
    bool holds(const PanelPlace *place) const;
    std::vector<PanelPlace *> places() const;
    bool isEmpty() const { return m_frames.empty(); }

    /// In one step: this patient, and the panels of this visit alone. Null: nothing of anybody.
    void showVisit(const sdk::Visit *visit, const ui::PatientSummary &patient);
    /// Fills this screen, without taking the focus.
    void fill(QScreen *screen);

Q_SIGNALS:
    void backRequested(simiao::shell::PanelPlace *place);
    /// The person closed it.
    void closed();
    /// It stands on another screen.
    void moved();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Frame
    {
        PanelPlace *place;
        QWidget *box;
        ui::PanelHeader *header;
        ui::LinkButton *back;
    };

    void layOut(sdk::ProfileKind kind);
    Frame frameOf(PanelPlace *place);
    void showCurrent();
    void translate();

    ScreenRole m_role;
    sdk::ProfileKind m_kind;
    ui::PatientBanner *m_banner;
    ui::PanelHeader *m_name; ///< in its place, for the patient's eyes
    QSplitter *m_panels;
    QStackedLayout *m_pages;
    QWidget *m_cover;
    NoticeText *m_words;
    std::vector<Frame> m_frames;
    const sdk::Visit *m_visit = nullptr;
    ui::PatientSummary m_patient;
    bool m_isWatched = false;
};

} // namespace simiao::shell
