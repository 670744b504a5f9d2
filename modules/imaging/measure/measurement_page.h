#pragma once

#include "imaging/measure/measurement.h"

#include <optional>

namespace simiao::imaging {

/// The measurements on one picture, and what was done to them. Undo and redo have no limit.
class MeasurementPage
{
public:
    const std::vector<Measurement> &items() const { return m_items; }
    /// Null when there is none.
    const Measurement *find(const QString &id) const;

    void add(const Measurement &measurement);
    /// Replaces the one with its id; nothing happens where there is none, or nothing is different.
    /// \param gesture  steps of one gesture (a drag) other than 0 are undone together; one that ends where it began is none
    void change(const Measurement &measurement, int gesture = 0);
    void remove(const QString &id);

    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    void undo();
    void redo();

    /// Takes over what was kept; nothing of it can be undone.
    void restore(std::vector<Measurement> items);

private:
    /// One item before and after; absent: it was not there.
    struct Change
    {
        std::size_t position;
        std::optional<Measurement> before;
        std::optional<Measurement> after;
        int gesture = 0;
    };

    std::size_t positionOf(const QString &id) const;
    void perform(Change change);
    void put(std::size_t position,
             const std::optional<Measurement> &from,
             const std::optional<Measurement> &to);

    std::vector<Measurement> m_items;
    std::vector<Change> m_done;
    std::vector<Change> m_undone;
};

} // namespace simiao::imaging
