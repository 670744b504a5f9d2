#pragma once

#include "ui/widgets/notice_line.h"
#include "ui/widgets/patient_banner.h"

#include <optional>

class QVBoxLayout;

namespace simiao::viewer {

/// A viewport on a screen of its own: above it whose visit this is, as the banner of the page says it, and whether its images say somebody else. The keys of the window
/// it came from work in it. \thread GUI
class ViewportWindow : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param mark  what stands on every window of a profile that is not real; empty: nothing
    /// \param home  the window belongs to its window
    ViewportWindow(const ui::PatientSummary &patient, const QString &mark, QWidget *home);

    void setPatient(const ui::PatientSummary &patient);
    /// Shows it, with the keys of `panel`.
    void take(QWidget *viewport, const QWidget *panel);
    /// Whose the images are, where they are not this patient's.
    void setIdentity(const std::optional<ui::Notice> &notice);
    /// Fills this screen, without taking the focus.
    void fill(QScreen *screen);
    /// The same with a part of it, beside others of its kind. \param part  of the desktop, px
    void fillPart(QScreen *screen, const QRect &part);
    /// The screen it was put on, or that somebody moved it to.
    QScreen *ownScreen() const { return m_screen; }
    /// The patient, her allergies, and what the line says.
    QString text() const;

Q_SIGNALS:
    /// The person closed it.
    void closed();
    /// Somebody put it on another screen.
    void moved();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void translate();

    ui::PatientBanner *m_banner;
    ui::NoticeLine *m_identity;
    QWidget *m_identityBox;
    QVBoxLayout *m_column;
    QScreen *m_screen = nullptr;
    bool m_isWatched = false;
};

} // namespace simiao::viewer
