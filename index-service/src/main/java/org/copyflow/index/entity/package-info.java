/// A person, an organisation or a place as its newest articles know it: articles enter, names, links, what it said and
/// what was said and counted about it leave. Pure functions but for [EntityReader], which gets the articles; read
/// [EntityFacts] first.
@NullMarked
package org.copyflow.index.entity;

import org.jspecify.annotations.NullMarked;
