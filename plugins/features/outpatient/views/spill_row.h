#pragma once

#include <QWidget>

class QHBoxLayout;

namespace simiao::ui {
class Badge;
}

namespace simiao::outpatient {

/// A row below the header of a panel: it takes a badge from there while the header is too narrow for all its words. \thread GUI
class SpillRow : public QWidget
{
    Q_OBJECT

public:
    /// \param badge  in the layout of `header`. \param header  not owned, as the badge
    SpillRow(QWidget *header, ui::Badge *badge, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    bool isHere() const;
    bool hasHeaderRoom() const;

    QWidget *m_header;
    ui::Badge *m_badge;
    QHBoxLayout *m_inHeader;
    int m_place; ///< of the badge in the header
    QHBoxLayout *m_row;
    bool m_isMoving = false;
};

} // namespace simiao::outpatient
