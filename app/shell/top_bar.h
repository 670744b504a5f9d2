#pragma once

#include "ui/widgets/themed_widget.h"

class QAction;
class QHBoxLayout;
class QMenu;

namespace simiao::ui {
class KeyHint;
class TextLabel;
} // namespace simiao::ui

namespace simiao::shell {

class BarButton;
class BellButton;
class StateDot;

/// The line at the top of the window: which desk, where and who; at the right what is connected, what is not signed,
/// what is not sent, how to find anything, what is worth knowing, the time. When narrow the words of the palette go first,
/// then those of messages and of the back-end, whose dot stays; the person is elided.
class TopBar : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setDesk(const QString &title);
    /// \param words  "Respiratory medicine · 203 · Li Mingyuan Attending physician"
    void setPerson(const QString &words);
    /// \param lostSince  time of day since when it does not answer; empty while it does
    void setBackend(const QString &name, const QString &lostSince);
    /// \param why  in words, while nothing can be saved there; else empty
    void setReadOnly(const QString &why);
    /// \param isDurable  false while the journal cannot be written
    void setDrafts(qsizetype count, bool isDurable);
    void setUnsent(int count);
    void setTime(const QString &time);
    void setDeskMenu(QMenu *menu);
    void setPersonMenu(QMenu *menu);
    /// The key beside "Find any action" is this one's.
    void setPaletteAction(const QAction *action);
    /// Where notifications are counted.
    BellButton *bell() const { return m_bell; }
    /// What the server has not answered; hidden by whoever fills it while there is nothing.
    BarButton *unanswered() const { return m_unanswered; }

    /// Where something may lie for a moment: behind the person, whose name gives way, and before the first thing that is pressed
    /// or tells that saving is not as usual.
    /// \param wanted  px; the room is at most that wide
    QRect roomFor(int wanted);
    /// The person has her room back.
    void closeRoom();

    QSize sizeHint() const override;

Q_SIGNALS:
    void paletteRequested();

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void addLeft(QHBoxLayout *line);
    void addRight(QHBoxLayout *line);
    ui::TextLabel *secondary(const QString &name);
    void fitWords();
    void giveRest(int spare);
    int endOfRoom() const;
    bool isUsual() const { return m_isOnline && m_readOnly.isEmpty(); }
    QString backendWords(const QString &name) const;

    BarButton *m_desk;
    BarButton *m_person;
    BarButton *m_unanswered;
    StateDot *m_dot;
    ui::TextLabel *m_backend;
    ui::TextLabel *m_drafts;
    ui::TextLabel *m_unsent;
    ui::TextLabel *m_find;
    ui::KeyHint *m_findKey;
    BellButton *m_bell;
    ui::TextLabel *m_time;
    QString m_backendName;
    QString m_lostSince;
    QString m_readOnly;
    bool m_isOnline = true;
    bool m_isDurable = true;
    qsizetype m_draftCount = 0;
    int m_unsentCount = 0;
};

} // namespace simiao::shell
