#pragma once

#include "admin/models/package_shelf.h"

#include <QWidget>

class QTableView;

namespace simiao::ui {
class PanelHeader;
class TextLabel;
} // namespace simiao::ui

namespace simiao::admin {

/// What can be replaced, the versions of the chosen one, and what differs in the chosen version; one below the other. Enter
/// goes down, Escape up.
class PackagesPanel : public QWidget
{
    Q_OBJECT

public:
    /// \param shelf  outlives the panel
    explicit PackagesPanel(PackageShelf *shelf, QWidget *parent = nullptr);

    /// The focus to the list of what can be replaced.
    void enter();
    /// The focus to the versions.
    void enterVersions();
    /// Row of the version the focus is meant for; -1 when there is none.
    int currentVersion() const;
    void retranslate();

Q_SIGNALS:
    /// The person chose another kind.
    void kindChosen();
    void passedStart();
    void passedEnd();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeVersions();
    QWidget *makeDifference();
    void showShelf();
    bool walk(const QObject *from, int step);

    PackageShelf *m_shelf;
    QTableView *m_packages;
    QTableView *m_versions;
    QTableView *m_difference;
    ui::PanelHeader *m_versionsHeader;
    ui::PanelHeader *m_differenceHeader;
    ui::TextLabel *m_history;
    ui::TextLabel *m_compared;
    bool m_isShowing = false; ///< rows are being made current by the shelf, not by the person
};

} // namespace simiao::admin
