#pragma once

#include "sdk/desk.h"

#include <QWidget>

#include <vector>

class QListWidget;
class QStackedWidget;

namespace simiao::ui {
class PanelHeader;
} // namespace simiao::ui

namespace simiao::admin {

class Section;

/// The administrator's page: sections at the left, the one that is open at the right. A section is made when it is first
/// opened and then stays as it was left. While the hospital is not set up, the set-up is the one shown at first.
class AdminPage : public QWidget
{
    Q_OBJECT

public:
    explicit AdminPage(sdk::Desk *desk, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QListWidget *makeList() const;
    QAction *addCommand(const QString &id, const QString &keys);
    void makeActions();
    void layOut();
    Section *makeSection(int index);
    void open(int index);
    void showSetUpFirst();
    void enterSection();
    void enterList();
    void showKeys();
    void retranslate();

    sdk::Desk *m_desk;
    ui::PanelHeader *m_header;
    QListWidget *m_list;
    QStackedWidget *m_pages;
    std::vector<Section *> m_sections; ///< null until it is first opened
    std::vector<QAction *> m_open;
    QAction *m_goToList = nullptr;
};

} // namespace simiao::admin
