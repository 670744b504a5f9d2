#pragma once

#include "ui/widgets/themed_widget.h"
#include "ui/widgets/view_state.h"

class QStackedLayout;

namespace simiao::ui {

class LoadingBar;

/// Holds the content of a list or panel and says what it knows about it: a thin bar while loading
/// (the content stays), a line above partial, stale or offline content, words in its place when
/// there is nothing to show.
class StateView : public ThemedWidget
{
    Q_OBJECT

public:
    /// \param content  owned
    explicit StateView(QWidget *content, QWidget *parent = nullptr);

    void setState(const ViewState &state);
    const ViewState &state() const { return m_state; }

Q_SIGNALS:
    /// The offered action (retry, next step, cancel, show all) was chosen.
    void actionTriggered();

protected:
    void retheme() override;

private:
    void showState();
    void showAbove(const Notice &notice);
    void showInstead(const Notice &notice);

    ViewState m_state;
    LoadingBar *m_bar;
    NoticeLine *m_line;
    QWidget *m_above;
    QStackedLayout *m_pages;
    QWidget *m_content;
    QWidget *m_instead;
    NoticeLine *m_words;
};

} // namespace simiao::ui
