#pragma once

#include "workflow/context.h"

namespace simiao::admin {

/// The command id of an act that is asked for again until it is answered: while the store cannot be reached the same act
/// keeps its id, so that it happens once however often it was tried.
class RepeatableCommand
{
public:
    /// \param act  words that tell this act from others, such as the row and the new value
    Uuid idFor(const QString &act, const workflow::Context &context)
    {
        if (m_act != act)
            m_id = context.newCommand();
        m_act = act;
        return m_id;
    }

    /// Any answer but Unavailable ends the act; the next one gets an id of its own.
    template <typename T>
    void answered(const Result<T> &answer)
    {
        if (answer || answer.error().kind != ErrorKind::Unavailable)
            m_act.clear();
    }

private:
    QString m_act;
    Uuid m_id;
};

} // namespace simiao::admin
