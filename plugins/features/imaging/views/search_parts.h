#pragma once

#include "imaging/models/server_search.h"
#include "ui/widgets/view_state.h"

#include <optional>

class QAbstractItemModel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace simiao::viewer {

// What windows with a list of answers are made of: those that ask a server, and that of characters.

/// \param longest  characters
QLineEdit *searchField(const QString &name, int longest, const QString &text = {});

/// Enter stays with the field or the list that has the focus.
QPushButton *searchButton(const QString &name);

/// One row of it is chosen at a time. The model is not owned.
QTableView *answerTable(const QString &name, QAbstractItemModel *model);

/// While somebody is asked, was stopped, or gave no answer; nothing where there is one. \param server  for the eye
std::optional<ui::ViewState> unanswered(const ServerSearch &search, const QString &server);

/// What a key means there: Enter in a field asks, in the list it does what the list is for; Down leads from a field into the list.
enum class SearchKey { None, Ask, Act, ToList };
SearchKey searchKey(const QEvent *event, bool isInList, bool hasRows);

} // namespace simiao::viewer
